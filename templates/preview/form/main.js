// Puts the form together: asks for what stands in the files, shows it, and follows what is typed.
import { attachBeside } from "./beside.js";
import { bind, bindCell, showAll } from "./cells.js";
import { settle } from "./conflicts.js";
import { Correcting } from "./correcting.js";
import { byId, say } from "./dom.js";
import { makeFields } from "./fields.js";
import { showLive, Strip } from "./figures_live.js";
import { showFindings } from "./findings.js";
import { attachGrids, compareTotals } from "./grid.js";
import { HandIn } from "./handing.js";
import { history } from "./history.js";
import { Judging } from "./judging.js";
import { showLookups } from "./lookups.js";
import { editors, flushSections, goToSection, makeSections, sectionSources, sectionsWritten, showSectionFindings, showSections } from "./narrative.js";
import { showLeftOut } from "./left_out.js";
import { listen } from "./news.js";
import { Renaming } from "./renaming.js";
import { Rewording } from "./rewording.js";
import { Saving } from "./saving.js";
import { attachPrinting } from "./printing.js";
import { server } from "./server.js";
import { Spare } from "./spare.js";
import { store } from "./store.js";
import { isOtherwise, Summing } from "./summing.js";
import { attachUnsure, showUnsure } from "./unsure.js";
import { showWrongPastes } from "./wrong_pastes.js";

const tell = (text, { left = [], tone } = {}) => {
  say(byId("message"), text, tone);
  showLeftOut(left);
};
const strip = new Strip();

const go = to => {
  if (to.section) return goToSection(to);
  const target = document.querySelector(`[id="${CSS.escape(to.href.slice(1))}"]`);
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
  return Boolean(target);
};

const show = state => {
  showLive(state);
  compareTotals(state);
  showLookups(state);
  showFindings(state, go);
  showSectionFindings(state);
  strip.show();
  handIn.show(state);
  correcting.show(state);
  summing.show();
  spare.show();
  showUnsure();
  showWrongPastes(editors);
};

// Where others had the tables added up otherwise, the page has to be another, too; what is not saved yet comes first.
const renewTables = () => {
  if (isOtherwise(store.state) && store.pending.size === 0) location.reload();
};

const judging = new Judging({ flush: flushSections, show });

// All fields anew after others changed the files, or with a draft; texts as they stand here are asked for.
const showEverything = async () => {
  const touched = store.pending.size > 0;
  const before = sectionSources();
  store.judged = store.state;
  // At once, so that nobody types into what is no more; texts that were typed here wait for what the program makes of them.
  showSections(store.state, before, id => !store.pending.has(`text|${id}`));
  const typed = sectionSources();
  const state = touched ? await server.judge({ changes: store.changes() }).catch(() => null) : store.state;
  store.judged = state ?? store.state;
  showAll();
  showSections(store.judged, typed, id => store.pending.has(`text|${id}`));
  show(store.judged);
  renewTables();
};

const saving = new Saving(byId("saved"), { flush: flushSections, settle, changed: showEverything, elsewhere: () => judging.soon() });

const handIn = new HandIn({ flush: flushSections, save: () => saving.save(), go });

// What is written at once, once all else is.
const written = { settled: () => saving.settled(), renew: () => saving.heard() };

const correcting = new Correcting({ flush: flushSections, correct: () => saving.correct(), restore: showEverything, go, rewording: new Rewording(written) });

const summing = new Summing(written);

const spare = new Spare(written);

const renaming = new Renaming(written);

const open = async () => {
  store.state = await server.state();
  store.judged = store.state;
  store.recall();
  for (const input of document.querySelectorAll("input[data-cell]")) {
    bindCell(input);
  }
  makeFields(store.state.readonly && !store.state.correction ? {} : { agency: [renaming.row()] });
  makeSections(tell);
  say(byId("readonly"), store.state.readonly || store.state.figures_readonly || "", store.state.readonly && !store.state.correction ? "doubt" : "plain");
  if (store.state.readonly && !store.state.correction) store.pending.clear();
  bind("correction|date", byId("correction-date"));
  bind("correction|text", byId("correction-text"));
  const conflicts = store.reconcile(store.state);
  await showEverything();
  if (conflicts.length > 0) {
    await settle(conflicts);
    await showEverything();
  }
};

const follow = () => {
  store.listen(what => {
    if (what === "changed") {
      showUnsure();
      showWrongPastes(editors);
      judging.soon();
      saving.touched();
    } else if (what === "typing") {
      saving.typing();
    } else if (what === "untouched") {
      saving.touched();
    } else if (what === "free") {
      if (judging.again) judging.soon();
    } else {
      showAll({ gently: true });
      sectionsWritten(store.state);
      if (store.pending.size === 0) show(store.state);
      else judging.soon();
      renewTables();
    }
  });
  listen(() => saving.heard());
  saving.touched();
};

history.attach(byId("undo"), byId("redo"));
attachGrids();
strip.attach();
attachUnsure();
attachBeside();
attachPrinting();
open().then(() => {
  saving.attach();
  follow();
}, error => {
  // Browsers say in their own tongue that nothing answers.
  const why = error instanceof TypeError || !error.message ? "连不上程序" : error.message.trim().replace(/。$/, "");
  say(byId("message"), `没有打开：${why}。请刷新这一页。`);
});
