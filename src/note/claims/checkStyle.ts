/** The style of a check's page, beside the style of all pages: text and findings side by side, verdicts apart by word, shape, line and colour. */
export const CHECK_STYLE = `
:root{--supported:#0062a3;--depends:#7d3c98;--imprecise:#7a5900;--contradicted:#b02a00;--uncheckable:#5b626b;--opinion:#00695f}
@media screen and (prefers-color-scheme:dark){:root{--supported:#5db4f0;--depends:#d3a0ea;--imprecise:#e2bd55;--contradicted:#ff8a5c;--uncheckable:#a5acb5;--opinion:#5fcabb}}
main{max-width:76rem}
.supported{--c:var(--supported);--u:solid}.depends-on-definition{--c:var(--depends);--u:dashed}.imprecise{--c:var(--imprecise);--u:double}.contradicted{--c:var(--contradicted);--u:wavy}.not-checkable{--c:var(--uncheckable);--u:dotted}.opinion{--c:var(--opinion);--u:solid}.unread{--c:var(--soft)}
.glyph{width:1em;height:1em;flex:none;color:var(--c);vertical-align:-.12em}
.word{color:var(--c)}.glyph+.word{margin-left:.4em}
.legend h2{font:650 .8125rem/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--soft);margin:2rem 0 .7rem}
.legend dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(15.5rem,1fr));gap:1rem 2rem;margin:0;font-size:.8125rem;line-height:1.45}
.legend dt{font-weight:600}.legend dt .glyph{margin-right:.5em}.legend dd{margin:.2rem 0 0;color:var(--soft);padding-left:1.55em}.legend .unread dt{padding-left:1.55em}
.mark{color:inherit;text-decoration:underline var(--u) var(--c) 2px;text-underline-offset:.22em;text-decoration-skip-ink:none;background:color-mix(in srgb,var(--c) 8%,transparent);border-radius:2px;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.mark.contradicted{text-decoration-thickness:1.5px}.mark.imprecise{text-decoration-thickness:1px}.mark.not-checkable{text-decoration-thickness:2.5px}
.mark.opinion{text-decoration-thickness:1px;font-style:italic}
.mark.unread{text-decoration:none;background:repeating-linear-gradient(135deg,transparent 0 3px,color-mix(in srgb,var(--soft) 38%,transparent) 3px 4px)}
.mark.outer{text-underline-offset:.44em;padding-bottom:.16em}.mark.outer .mark{font-style:inherit}
a.mark:hover,a.mark:target,.mark:target{background:color-mix(in srgb,var(--c) 20%,transparent)}
.text sup{display:inline-block;font:650 .6875rem/1 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--c);vertical-align:.5em;margin:0 .12em 0 .16em;user-select:none;-webkit-user-select:none}
.ref{color:var(--c);text-decoration:none}
.checked>h2{margin-bottom:1.4rem}
.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,29rem);gap:0 3.5rem;border-top:1px solid var(--line);padding:1.6rem 0 1.2rem}
.text{font:1.1875rem/1.75 Georgia,"Iowan Old Style","Times New Roman",serif;max-width:38rem;margin:0 0 .9rem;overflow-wrap:anywhere}
.text.headline{font-weight:650;font-size:1.5rem;line-height:1.4}
.findings,.said,.finding{min-width:0}
.finding{padding:0 0 0 1.1rem;border-left:3px solid color-mix(in srgb,var(--c) 75%,transparent);margin:0 0 2rem;font-size:.9375rem;line-height:1.5;overflow-wrap:anywhere;scroll-margin:1.5rem}.mark,.statement,.open li{scroll-margin:5rem}
.finding:target{background:linear-gradient(90deg,color-mix(in srgb,var(--c) 10%,transparent),transparent)}
.finding h3{display:flex;align-items:center;margin:0 0 .5rem;font:650 1rem/1.4 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.no{min-width:1.75rem;height:1.75rem;margin-right:.6rem;padding:0 .35rem;display:inline-flex;align-items:center;justify-content:center;flex:none;border:1px solid var(--line);border-radius:6px;font:600 .8125rem/1 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums;color:var(--soft);text-decoration:none}
a.no:hover{border-color:var(--soft);color:var(--ink)}
blockquote{margin:0 0 .5rem;font:1rem/1.5 Georgia,"Iowan Old Style","Times New Roman",serif;color:var(--soft)}
.finding p{margin:0 0 .5rem}.finding .read,.finding .needed,.open .read{font-size:.8125rem;color:var(--soft)}
.read span,.needed span{font-weight:650;margin-right:.3em}
.finding .needed{padding:.5rem .7rem;background:var(--tint);border-radius:4px;color:var(--ink)}
.definitions{width:100%;white-space:normal;font-size:.8125rem;margin:.7rem 0 .6rem}
.definitions th,.definitions td{padding:.4rem .8rem .4rem 0;vertical-align:top}.definitions thead th{padding:0;border:0;position:relative}.definitions tbody th{font-weight:400}.definitions td{white-space:nowrap}.definitions td:last-child{padding-right:0;width:1%}
.definitions .about th{font-weight:650;padding-top:.7rem}.definitions tr:first-child>*{border-top:1px solid var(--line)}.definitions .about th{border-top:0!important}
.usual{color:var(--soft);white-space:nowrap}.usual::before{content:"\\b7\\a0"}.says{display:block;color:var(--soft)}
.finding time,.open time{white-space:nowrap}.statements thead th{position:relative}
.forecast{display:flex;flex-wrap:wrap;gap:.3rem 2rem;margin:.7rem 0 .5rem}.forecast dt{font-size:.8125rem;color:var(--soft)}.forecast dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.rows{margin:.2rem 0 .6rem}.rows th,.rows td,.rows td.n{text-align:left;font-size:.75rem}.rows th.n,.rows td.n{text-align:right}
.since{margin:.7rem 0 0;padding:.45rem 0 0;border-top:1px dashed var(--soft);font-size:.8125rem;color:var(--soft)}.finding .since{margin-bottom:0}.since b{font-weight:650}.since i{font-style:normal;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.statement{margin:0 0 .6rem;font-size:.8125rem;color:var(--soft)}.statement .id{font-weight:650;color:var(--ink);margin-right:.5em}.differs{color:var(--paper);background:var(--ink);padding:.05rem .4rem;border-radius:3px;font-size:.75rem;font-weight:600}
.statements a,.box a{color:inherit;text-underline-offset:.2em}
.open ol{list-style:none;padding:0;margin:1.2rem 0 0;max-width:var(--text)}.open li{display:flex;align-items:flex-start;margin:0 0 1rem}.open li blockquote{margin:0 0 .15rem;overflow-wrap:anywhere}.open .no{margin-right:.8rem}.open p{margin:0}
h1,.standfirst{overflow-wrap:anywhere}.box{grid-template-columns:repeat(auto-fit,minmax(8.4rem,1fr))}.box div:first-child{grid-column:span 2}
@media screen and (min-width:60.01rem){.held .said{position:sticky;top:1.5rem;align-self:start}}
@media (max-width:60rem){.pair{grid-template-columns:minmax(0,1fr)}.findings{margin-top:1rem}.finding{max-width:38rem}}
@media print{:root{--supported:#0062a3;--depends:#7d3c98;--imprecise:#7a5900;--contradicted:#b02a00;--uncheckable:#5b626b;--opinion:#00695f}.pair{display:block;padding:1rem 0 0}.findings{columns:2;column-gap:1.5rem}.text{max-width:none}.text{font-size:11.5pt}.finding{font-size:9pt;margin-bottom:1.2rem}.finding h3{font-size:10pt;break-after:avoid}.finding blockquote{font-size:9.5pt;break-after:avoid}.finding .read,.finding .needed,.finding .since,.definitions{font-size:8pt}.definitions th,.definitions td{padding:.25rem .6rem .25rem 0}.mark{background:none}}
`;
