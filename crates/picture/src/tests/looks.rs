//! Drawings as usual programs write them look after cleaning as they did before.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::sound;

/// The drawing as dots, four for each unit.
fn rendered(drawing: &[u8]) -> Vec<u8> {
    let tree = Tree::from_data(drawing, &Options::default()).unwrap();
    let mut dots = Pixmap::new(400, 400).unwrap();
    resvg::render(&tree, Transform::from_scale(4.0, 4.0), &mut dots.as_mut());
    dots.take()
}

const MATPLOTLIB: &str = r##"<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="100pt" height="100pt" viewBox="0 0 100 100" xmlns="http://www.w3.org/2000/svg" version="1.1">
 <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
 <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
 <g id="figure_1"><path d="M 0 100 L 100 100 L 100 0 L 0 0 z" style="fill: #ffffff"/>
  <path d="M 10 90 L 30 90 L 30 40 L 10 40 z" clip-path="url(#pa)" style="fill: #1f77b4"/>
  <defs><path id="m1" d="M 0 0 L 0 3.5" style="stroke: #000000; stroke-width: 0.8"/><path id="glyph-30" d="M 2 0 L 4 8 L 6 0 z" transform="scale(0.5)"/></defs>
  <g><use xlink:href="#m1" x="20" y="90" style="stroke: #000000; stroke-width: 0.8"/></g>
  <g transform="translate(40 60) scale(1 -1)"><use xlink:href="#glyph-30"/><use xlink:href="#glyph-30" transform="translate(6 0)"/></g>
  <path d="M 10 20 L 60 70 L 90 30" clip-path="url(#pa)" style="fill: none; stroke: #ff7f0e; stroke-dasharray: 5.55,2.4; stroke-width: 1.5"/></g>
 <defs><clipPath id="pa"><rect x="10" y="10" width="75" height="80"/></clipPath></defs>
</svg>"##;

const ECHARTS: &str = r##"<svg width="100" height="100" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" baseProfile="full" viewBox="0 0 100 100">
<rect width="100" height="100" x="0" y="0" id="0" fill="none"></rect>
<path d="M10 80L90 80" fill="transparent" stroke="#E0E6F1" class="zr0-cls-0"></path>
<path d="M20 80l12 0l0 -40l-12 0Z" fill="#5470c6" class="zr0-cls-1"></path>
<path d="M50 50m20 0a20 20 0 1 1 -20 -20Z" fill="url(#zr0-g0)" fill-opacity="0.7" filter="url(#zr0-f0)"></path>
<defs><linearGradient gradientUnits="objectBoundingBox" x1="0" y1="0" x2="0" y2="1" id="zr0-g0"><stop offset="0%" stop-color="#83bff6"></stop><stop offset="100%" stop-color="#188df0"></stop></linearGradient>
<filter id="zr0-f0" x="-100%" y="-100%" width="300%" height="300%"><feDropShadow dx="1" dy="1" stdDeviation="2" flood-color="#000" flood-opacity="0.5"></feDropShadow></filter></defs>
<style><![CDATA[.zr0-cls-0:hover { stroke: red; } .zr0-cls-1:hover { cursor:pointer; fill:rgba(109,146,255,1); }]]></style>
</svg>"##;

const INKSCAPE: &str = r##"<?xml version="1.0" encoding="UTF-8"?><!-- Created with Inkscape -->
<svg width="100mm" height="100mm" viewBox="0 0 100 100" version="1.1" inkscape:version="1.3" sodipodi:docname="图.svg"
 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg">
<sodipodi:namedview id="namedview1" pagecolor="#ffffff"/><defs id="defs1">
<marker style="overflow:visible" id="Triangle" refX="0" refY="0" orient="auto-start-reverse" markerWidth="1" markerHeight="1" viewBox="0 0 1 1" preserveAspectRatio="xMidYMid"><path transform="scale(0.5)" style="fill:context-stroke;fill-rule:evenodd" d="M 5.77,0 -2.88,5 V -5 Z"/></marker>
<radialGradient id="r1" xlink:href="#r0" cx="50" cy="50" r="30" gradientUnits="userSpaceOnUse"/><linearGradient id="r0" inkscape:collect="always"><stop style="stop-color:#ff0000;stop-opacity:1" offset="0"/><stop style="stop-color:#0000ff;stop-opacity:0.2" offset="1"/></linearGradient></defs>
<g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1"><circle style="fill:url(#r1);stroke:#000000;stroke-width:0.5;-inkscape-stroke:none" cx="50" cy="50" r="30"/>
<path style="fill:none;stroke:#008000;stroke-width:1;marker-end:url(#Triangle)" d="M 5,5 C 20,40 40,10 60,20" sodipodi:nodetypes="cc"/></g></svg>"##;

const OFFICE: &str = r##"<svg width="100" height="100" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xml:space="preserve" overflow="hidden"><defs><clipPath id="clip0"><rect x="10" y="10" width="80" height="80"/></clipPath><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0 4 4" stroke="#C00000"/></pattern><mask id="m"><rect width="100" height="50" fill="white"/></mask></defs><g clip-path="url(#clip0)" transform="translate(-5 -5)"><rect x="10" y="10" width="80" height="80" fill="#FFFFFF" fill-opacity="1"/><g><path d="M20.5 90.5 20.5 40.5 40.5 40.5 40.5 90.5Z" fill="url(#hatch)" fill-rule="evenodd"/><rect x="50" y="30" width="20" height="60" fill="#4472C4" mask="url(#m)"/></g><path d="M15 90.5 95 90.5" stroke="#D9D9D9" stroke-width="0.75" stroke-linejoin="round" stroke-miterlimit="10" fill="none"/></g></svg>"##;

#[test]
fn charts_of_usual_programs_look_the_same() {
    for chart in [MATPLOTLIB, ECHARTS, INKSCAPE, OFFICE] {
        let clean = sound("图.svg", chart.as_bytes());
        let (before, after) = (rendered(chart.as_bytes()), rendered(&clean));
        assert!(before.iter().any(|dot| *dot != 0), "it shows something");
        assert!(before == after, "{}", String::from_utf8_lossy(&clean));
    }
}
