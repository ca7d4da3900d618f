// Judges PDF files by veraPDF: `java -cp <its libraries> org.mozilla.javascript.tools.shell.Main verapdf.js FILE…`
// Prints a line for each standard and file, tab separated, and one for each rule that the file breaks:
//   judged  <profile>  <rules in it>  <checks made>  <file>
//   broken  <profile>  <clause>-<test>  <what the rule says>  <place>  <file>
// veraPDF reads its own profiles with a library that is not among those that come with it, so they are read here.

/* global arguments, Packages, java, javax, print */
var files = arguments;
var pdfa = Packages.org.verapdf.pdfa;
var Profiles = pdfa.validation.profiles.Profiles;

function elements(node, name) {
  var list = node.getElementsByTagName(name), found = [];
  for (var at = 0; at < list.getLength(); at++) found.push(list.item(at));
  return found;
}

function textOf(node, name) {
  return elements(node, name)[0].getTextContent();
}

function readRule(node) {
  var id = elements(node, "id")[0];
  var specification = pdfa.flavours.PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
  return Profiles.ruleFromValues(
    Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), java.lang.Integer.parseInt(id.getAttribute("testNumber"))),
    node.getAttribute("object"),
    node.hasAttribute("deferred") ? java.lang.Boolean.valueOf(node.getAttribute("deferred")) : null,
    node.getAttribute("tags"),
    textOf(node, "description"),
    textOf(node, "test"),
    Profiles.errorFromValues(textOf(node, "message"), new java.util.ArrayList()),
    new java.util.ArrayList()
  );
}

function readVariable(node) {
  var attribute = function (name) { return node.getAttribute(name); };
  return Profiles.variableFromValues(attribute("name"), attribute("object"), textOf(node, "defaultValue"), textOf(node, "value"));
}

function readProfile(name, flavour) {
  var source = java.lang.ClassLoader.getSystemResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml");
  var root = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source).getDocumentElement();
  var rules = new java.util.HashSet(), variables = new java.util.HashSet();
  elements(root, "rule").forEach(function (node) { rules.add(readRule(node)); });
  elements(root, "variable").forEach(function (node) { variables.add(readVariable(node)); });
  var details = Profiles.profileDetailsFromValues(name, "", "", new java.util.Date(0));
  return Profiles.profileFromValues(flavour, details, "", rules, variables);
}

function judge(file, name, profile, flavour) {
  var parser = foundry.createParser(new java.io.File(file), flavour);
  var result = foundry.createValidator(profile, false).validate(parser);
  parser.close();
  print(["judged", name, profile.getRules().size(), result.getTotalAssertions(), file].join("\t"));
  for (var at = result.getTestAssertions().iterator(); at.hasNext();) {
    var broken = at.next(), id = broken.getRuleId();
    var says = String(broken.getMessage()).replace(/\s+/g, " ");
    print(["broken", name, id.getClause() + "-" + id.getTestNumber(), says, broken.getLocation().getContext(), file].join("\t"));
  }
}

Packages.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var foundry = pdfa.Foundries.defaultInstance();
[["PDFA-2A", "2a"], ["PDFUA-1", "ua1"]].forEach(function (standard) {
  var flavour = pdfa.flavours.PDFAFlavour.byFlavourId(standard[1]);
  var profile = readProfile(standard[0], flavour);
  files.forEach(function (file) { judge(file, standard[0], profile, flavour); });
});
