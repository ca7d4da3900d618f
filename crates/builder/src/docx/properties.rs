//! What the file says of itself: title, agency, date.

use jiff::civil::Date;

use super::package::Package;
use super::xml::Xml;
use crate::view::ReportView;

const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const EXTENDED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

pub(super) fn add(package: &mut Package, view: &ReportView, date: Date) {
    let names: [(&str, &dyn std::fmt::Display); 4] = [
        ("xmlns:cp", &CORE),
        ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
        ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let core = Xml::document("cp:coreProperties", &names, |xml| {
        for (name, text) in [("dc:title", &view.title), ("dc:creator", &view.agency)] {
            xml.element(name, &[], |xml| xml.text(text));
        }
        xml.element("dc:language", &[], |xml| xml.text("zh-CN"));
        for name in ["dcterms:created", "dcterms:modified"] {
            let midnight = format!("{date}T00:00:00Z");
            xml.element(name, &[("xsi:type", &"dcterms:W3CDTF")], |xml| xml.text(&midnight));
        }
    });
    let app = Xml::document("Properties", &[("xmlns", &EXTENDED)], |xml| {
        xml.element("Application", &[], |xml| xml.text("年报工坊"));
        xml.element("Company", &[], |xml| xml.text(&view.agency));
    });
    package.file("docProps/core.xml", core);
    package.file("docProps/app.xml", app);
}
