/** The explanation's look. Colours are pairs for light and dark; text on its ground has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1c2530;--soft:#55606d;--line:#dcdad3;--accent:#1d4f7c;
--good:#1c6339;--good-bg:#e6f2ea;--caution:#7a4a00;--caution-bg:#fbf0dc;--bad:#982a23;--bad-bg:#fbe9e7;--wait:#3c4a8a;--wait-bg:#e9ecf8}
@media(prefers-color-scheme:dark){:root{--paper:#14181d;--card:#1c2229;--ink:#e8eaed;--soft:#a9b3be;--line:#343c46;--accent:#8fc1ee;
--good:#8ed3a8;--good-bg:#17301f;--caution:#f0c274;--caution-bg:#33270f;--bad:#f3a59e;--bad-bg:#3a1b19;--wait:#b3bff5;--wait-bg:#20264a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.skip{position:absolute;inset-inline-start:-9999px}
.skip:focus{position:static;display:inline-block;padding:.5rem 1rem}
header,main,footer{max-width:74rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.25rem}
.mark{margin:0 0 1rem;color:var(--soft);font-size:.9rem;letter-spacing:.02em}
.mark b{color:var(--ink);font-weight:650}
.verdict{display:flex;gap:1rem;align-items:flex-start;padding:1.1rem 1.2rem;border-radius:14px;border:1px solid transparent}
.verdict .sign{flex:none;width:2.6rem;height:2.6rem;border-radius:50%;display:grid;place-items:center;font-size:1.35rem;font-weight:700;border:2px solid currentColor}
.verdict h1{margin:0;font-size:1.45rem;line-height:1.25}
.verdict p{margin:.2rem 0 0;color:var(--ink)}
.approved{background:var(--good-bg);color:var(--good);border-color:var(--good)}
.action_required{background:var(--caution-bg);color:var(--caution);border-color:var(--caution)}
.in_review{background:var(--wait-bg);color:var(--wait);border-color:var(--wait)}
.declined{background:var(--bad-bg);color:var(--bad);border-color:var(--bad)}
h2{font-size:1.15rem;margin:2.2rem 0 .7rem;line-height:1.3}
h3{font-size:1.02rem;margin:0;line-height:1.35}
.split{display:grid;gap:1.5rem}
.split>*{min-width:0}
@media(min-width:60rem){.split{grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:start}.split>.pictures{position:sticky;top:1rem}}
.reasons{list-style:none;margin:0;padding:0;display:grid;gap:.8rem}
.reason{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem;display:grid;grid-template-columns:auto minmax(0,1fr);gap:.2rem .8rem}
.number{grid-row:span 2;width:1.9rem;height:1.9rem;border-radius:50%;background:#1c2530;color:#fff;border:2px solid #fff;box-shadow:0 0 0 1px #1c2530;display:grid;place-items:center;font-weight:700;font-size:.95rem}
.reason .body{min-width:0}
.reason p{margin:.25rem 0 .6rem}
.code{color:var(--soft);font:.82rem/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
dl.measured{margin:0 0 .6rem;padding:.55rem .7rem;border-inline-start:3px solid var(--line);font-size:.92rem;display:grid;gap:.35rem}
dl.measured div{display:grid;grid-template-columns:5.6rem minmax(0,1fr);gap:.5rem}
dt{color:var(--soft)}dd{margin:0}
.characters{margin:0;padding-inline-start:1rem}.closeup{margin:0 0 .7rem;border-radius:8px}.closeup svg{background:var(--card)}
.evidence+.evidence{margin-top:.4rem}
p.foot{font-size:.9rem}.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.alone{max-width:46rem}
details{position:relative;font-size:.92rem}summary{cursor:pointer;color:var(--accent);padding:.15rem 0}
figure{margin:0 0 1.2rem;background:var(--card);border:1px solid var(--line);border-radius:12px;overflow:hidden}
figure svg{direction:ltr;display:block;width:100%;height:auto;max-height:80vh;background:#2a2f36}
figcaption{padding:.6rem .9rem;font-size:.92rem;color:var(--soft)}
figcaption .legend{margin:.3rem 0 0;padding-inline-start:1.6rem;columns:10rem;column-gap:1.5rem}
figcaption ul{margin:.3rem 0 0;padding-inline-start:1.1rem}
.none{background:var(--card);border:1px dashed var(--line);border-radius:12px;padding:1rem}
table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--line);border-radius:12px;font-size:.94rem}
caption{text-align:start;color:var(--soft);font-size:.92rem;padding:0 0 .5rem}
th,td{text-align:start;vertical-align:top;padding:.55rem .7rem;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--soft);font-weight:600;font-size:.86rem}
tbody th{font-weight:600}
td small,th small,li small{color:var(--soft);display:block}.measures{margin:0;padding-inline-start:1.1rem}.measures small{display:inline}
.value{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.tag{display:inline-flex;gap:.35rem;align-items:baseline;font-weight:600;white-space:nowrap}
.tag.good{color:var(--good)}.tag.bad{color:var(--bad)}.tag.caution{color:var(--caution)}.tag.soft{color:var(--soft)}
pre{margin:.4rem 0 0;padding:.6rem .7rem;border:1px solid var(--line);border-radius:8px;overflow-x:auto;font:.85rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.stages{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:minmax(0,1fr);gap:.6rem}
.stages li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.7rem .9rem}
.stages .row{display:flex;justify-content:space-between;gap:1rem;font-weight:600}.stages .row bdi{white-space:nowrap}
.bar{height:4px;border-radius:2px;background:var(--line);margin:.35rem 0}
.bar i{display:block;height:4px;border-radius:2px;background:var(--accent)}
footer p{margin:0 0 .4rem}footer{padding:2rem 1rem 3rem;color:var(--soft);font-size:.88rem}
@media(max-width:47.99rem){thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,caption,tbody,tr,th,td{display:block;width:100%}caption{padding:.6rem .8rem}tr{border-top:1px solid var(--line);padding:.6rem .8rem}tbody tr:first-child{border-top:0}
th,td{border:0;padding:.12rem 0}td{display:grid;grid-template-columns:6.6rem minmax(0,1fr);gap:.5rem}
td::before{content:attr(data-label);color:var(--soft)}td.empty{display:none}}
@media(prefers-reduced-motion:reduce){*{scroll-behavior:auto!important;transition:none!important;animation:none!important}}
@media print{.split>.pictures{position:static}body{background:#fff}}
`;
