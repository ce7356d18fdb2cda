/** The style of the note's page: one column to read, tables that scroll on their own, light, dark and print. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#16191d;--soft:#5b626b;--line:#dfe2e6;--tint:#f6f7f8;--leader:#0062a3;--laggard:#b83b00}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#eceef0;--soft:#a5acb5;--line:#2f353c;--tint:#1b1f24;--leader:#5db4f0;--laggard:#ff8a4c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;text-rendering:optimizeLegibility}
main{--text:43rem;max-width:62rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
.brand{margin:0 0 1.5rem;font-size:.8125rem;font-weight:650;letter-spacing:.04em;color:var(--soft)}
h1{margin:0 0 .8rem;max-width:var(--text);font:650 clamp(1.75rem,4.6vw,2.75rem)/1.15 Georgia,"Iowan Old Style","Times New Roman",serif;letter-spacing:-.01em;text-wrap:balance}
h2{margin:3rem 0 .7rem;font:650 1.375rem/1.3 Georgia,"Iowan Old Style","Times New Roman",serif}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
p,ul{max-width:var(--text);text-wrap:pretty;margin:0 0 .9rem}
li{margin:.25rem 0}
h1,.keys dd,.brand{overflow-wrap:anywhere}.brand span{font-weight:400;letter-spacing:0;margin-left:.6em}
.keys{margin:0 0 1.6rem;max-width:var(--text);border-top:2px solid var(--ink)}.keys div{display:grid;grid-template-columns:11rem 1fr;gap:0 1.2rem;padding:.7rem 0;border-bottom:1px solid var(--line)}.keys dt{color:var(--soft);font-size:.875rem;line-height:1.75}.keys dd{margin:0}
.share,.beside{margin:2.5rem 0 0;font-size:.9375rem}.share a,.beside a{color:var(--leader);text-underline-offset:.2em;margin-right:.9em}a:focus-visible{outline:2px solid var(--leader);outline-offset:2px}
.standfirst{font-size:1.1875rem;line-height:1.5;color:var(--soft)}
.box{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.7rem 1.5rem;margin:1.6rem 0 0;padding:1rem 1.2rem;background:var(--tint);border-radius:6px;font-size:.875rem;line-height:1.45}
.box dt{color:var(--soft)}.box dd{margin:0;overflow-wrap:anywhere}
data[title]{cursor:help;text-decoration:underline dotted 1px color-mix(in srgb,currentColor 35%,transparent);text-underline-offset:.22em}
td data[title],th data[title]{text-decoration:none}
figure{margin:2.5rem 0 .4rem}figure svg{display:block;width:100%;height:auto}
.narrow{display:none}
@media (max-width:40rem){.wide{display:none}.narrow{display:block}main{padding-top:1.5rem}.keys div{grid-template-columns:1fr}.keys dt{line-height:1.5}.brand span{display:block;margin:.2rem 0 0}}
.scroll{overflow-x:auto;background:linear-gradient(90deg,var(--paper) 30%,transparent) 0 0/2.5rem 100%,linear-gradient(270deg,var(--paper) 30%,transparent) 100% 0/2.5rem 100%,linear-gradient(90deg,color-mix(in srgb,var(--ink) 16%,transparent),transparent) 0 0/.7rem 100%,linear-gradient(270deg,color-mix(in srgb,var(--ink) 16%,transparent),transparent) 100% 0/.7rem 100%;background-repeat:no-repeat;background-attachment:local,local,scroll,scroll;margin:.5rem 0 1.2rem}.scroll:focus-visible,summary:focus-visible{outline:2px solid var(--leader);outline-offset:2px}
.tall{max-height:26rem;overflow:auto}
table{border-collapse:collapse;font-size:.875rem;line-height:1.4;font-variant-numeric:tabular-nums;white-space:nowrap}
.caption{margin:1rem 0 0;max-width:var(--text);font-size:.875rem;line-height:1.45;color:var(--soft)}
th,td{padding:.36rem .9rem .36rem 0;text-align:left;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);border-bottom-color:var(--soft);vertical-align:bottom}
th.n,td.n{text-align:right}
tbody th{font-weight:650}.aside{font-weight:400;color:var(--soft);margin-left:.35em}
tr.leader th[scope=row]{color:var(--leader)}tr.laggard th[scope=row]{color:var(--laggard)}tr.leader td,tr.laggard td{font-weight:600}tr.open td,tr.open th{color:var(--laggard)}
.data{margin-bottom:1.2rem}.data summary{cursor:pointer;color:var(--soft);font-size:.875rem;width:max-content;max-width:100%}
.data thead th{position:sticky;top:0;background:var(--paper)}.data tbody th{font-weight:400}.data td,.data th{text-align:right;padding:.15rem .9rem .15rem 0}
#disclosure ul{font-size:.8125rem;color:var(--soft);columns:20rem}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#ccc;--tint:#f6f7f8;--leader:#0062a3;--laggard:#b83b00}body{font-size:10.5pt}main{--text:none;max-width:none;padding:0}.data,.data .scroll{display:none}.wide{display:block}.narrow{display:none}.share,.beside{display:none}h2,.caption{break-after:avoid}tr,figure,.box{break-inside:avoid}.scroll{overflow:visible;background:none;break-inside:avoid}table{font-size:8.5pt}data[title]{text-decoration:none}}
`;
