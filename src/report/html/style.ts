/** Style sheet of the HTML report: light, dark and print. */
import { DARK_RULES } from '../../charts/svg/darkColours';

export const STYLE = `
:root{color-scheme:light dark;--text:#24292f;--quiet:#57606a;--back:#ffffff;--line:#d0d7de;--soft:#f3f5f7;--link:#0550ae}
body{margin:0;background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:50rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
p,ul,ol{margin:.5rem 0}
h1,h2,h3,p,li,td,th{overflow-wrap:break-word}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.table:focus-visible{outline:2px solid var(--link);outline-offset:2px}
code{font:.875em/1.4 ui-monospace,monospace;background:var(--soft);padding:.1em .3em;border-radius:3px}
pre{background:var(--soft);padding:.75rem;border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere}
pre code{padding:0;background:none}
.table{overflow-x:auto;margin:.75rem 0;background:linear-gradient(270deg,var(--back) 14px,transparent) right/28px 100% no-repeat local,linear-gradient(270deg,var(--quiet),transparent) right/12px 100% no-repeat}
table{border-collapse:collapse;min-width:100%;font-size:.9rem}
th,td{border-bottom:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top}
th{font-weight:600}
.right{text-align:right;font-variant-numeric:tabular-nums}
td.right{white-space:nowrap}
svg{display:block;max-width:100%;height:auto;margin:.75rem 0}
details{border-left:3px solid var(--line);padding-left:.9rem;margin:.5rem 0}
summary{cursor:pointer;color:var(--quiet);margin-left:-.2rem}
@media screen and (prefers-color-scheme:dark){
:root{--text:#e6e6e6;--quiet:#b0b8c0;--back:#1f1f1f;--line:#444c56;--soft:#2b2f34;--link:#79b8ff}
${DARK_RULES}
}
@media print{
@page{margin:18mm 15mm}
:root{color-scheme:light}
html{font-size:10pt}
body{font-size:10pt;line-height:1.4}
main{max-width:none;padding:0}
h2{margin:1.2rem 0 .3rem}
svg{width:auto;max-height:85mm;margin:.4rem 0}
h2,h3{break-after:avoid}
svg,tr,pre{break-inside:avoid}
h2#contents{break-before:page}
details{border:0;padding:0}
summary{display:none}
details::details-content{content-visibility:visible;display:block;height:auto}
.table{overflow:visible;background:none}
}
`;

/** SHA-256 of the style sheet in base64. The page's policy allows this one alone. A test compares the two. */
export const STYLE_HASH = '/ucPxw+Jbh7JtIJYk2/9OJj9ZD1FJvrtHs1oBg3HQOY=';
