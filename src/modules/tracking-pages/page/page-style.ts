import { type Branding, FONTS } from '../branding/branding.js';
import { lightenedFor } from '../branding/contrast.js';
import { minified } from '../branding/shop-css.js';

const ACCENT = '#1d4ed8';
/** What stands behind text in the dark theme. */
const DARK_GROUND = '#1b1d22';

const BASE = `
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.5 var(--font);overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:.25rem}
header,main,footer{max-width:44rem;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem 1.5rem;padding-block:1.25rem}
.shop{display:flex;align-items:center;gap:.75rem;margin:0;font-weight:600}
.shop img{display:block;max-height:2.5rem;max-width:12rem}
nav,.links{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
header a,footer a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.25em}
.card{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.5rem;margin:0 0 1.25rem}
.order{margin:0 0 .25rem;color:var(--quiet);font-size:.9375rem}
h1,.headline{display:flex;align-items:center;gap:.625rem;margin:0;font-size:clamp(1.625rem,5vw,2.125rem);line-height:1.2;letter-spacing:-.015em}
.headline svg{flex:none;width:1.15em;height:1.15em;color:var(--tone)}
.moving{--tone:var(--accent)}.ended{--tone:var(--good)}.attention{--tone:var(--warn)}.waiting{--tone:var(--quiet)}
.when{margin:.5rem 0 0;font-size:1.125rem;font-weight:600}
.advice{margin:.5rem 0 0;color:var(--quiet);max-width:36rem}
.steps{display:flex;margin:1.5rem 0 0;padding:0;list-style:none;font-size:.8125rem;line-height:1.25}
.steps li{flex:1;position:relative;padding:1.5rem .25rem 0;text-align:center;color:var(--quiet)}
.steps li::before{content:"";position:absolute;inset-block-start:.3125rem;inset-inline:-50% 50%;height:.1875rem;background:var(--line)}
.steps li:first-child::before{display:none}
.steps li::after{content:"";position:absolute;inset-block-start:0;inset-inline-start:calc(50% - .4375rem);width:.875rem;height:.875rem;border-radius:50%;border:.1875rem solid var(--line);background:var(--card);z-index:1}
.steps .done::before,.steps .current::before{background:var(--tone)}
.steps .done::after{border-color:var(--tone);background:var(--tone)}
.steps .current::after{border-color:var(--tone)}
.steps .current{color:var(--text);font-weight:600}
h2.part{margin:1.75rem 0 .5rem;font-size:1rem}h2.part:first-child{margin-top:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.25rem;margin:1.5rem 0 0}
dt{color:var(--quiet)}dd{margin:0;font-variant-numeric:tabular-nums}
.items{margin:0;padding:0;list-style:none}
.items li{display:flex;align-items:center;gap:.75rem;padding:.5rem 0;border-top:1px solid var(--line)}
.items li:first-child{border-top:0}
.items img,.items .blank{flex:none;width:3rem;height:3rem;object-fit:cover;border-radius:.375rem;background:var(--line)}
.items .qty{margin-inline-start:auto;color:var(--quiet);font-variant-numeric:tabular-nums;white-space:nowrap}
.day{margin:1rem 0 .25rem;font-size:.9375rem;font-weight:600}
.news{margin:0;padding:0;list-style:none}
.news li{display:grid;grid-template-columns:minmax(4.5rem,max-content) 1fr;gap:.75rem;padding:.25rem 0}
.news time{white-space:nowrap;color:var(--quiet);font-variant-numeric:tabular-nums}
.news .place{display:block;color:var(--quiet);font-size:.9375rem}
.note{color:var(--quiet);font-size:.875rem}
.others{margin:0;padding:0;list-style:none}
.others a{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;padding:.75rem 0;border-top:1px solid var(--line);color:inherit;text-decoration:none}
.others a:hover strong{text-decoration:underline}
fieldset{margin:1rem 0 0;padding:0;border:0}legend{padding:0;font-weight:600}
.stars{display:flex;gap:.25rem;margin-top:.25rem;max-width:24rem}
.stars label{display:flex;align-items:center;justify-content:center;gap:.25rem;flex:1;min-height:2.75rem;white-space:nowrap;border:1px solid var(--line);border-radius:.375rem}
input{accent-color:var(--accent)}input[type=radio]{margin:0}
label.field{display:block;margin-top:1rem;font-weight:600}
input[type=text],textarea{display:block;width:100%;margin-top:.25rem;padding:.625rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:.375rem}
button{margin-top:1.25rem;padding:.625rem 1.5rem;font:inherit;font-weight:600;color:#fff;background:var(--button);border:0;border-radius:.375rem;cursor:pointer}
.or{margin:1rem 0 0;color:var(--quiet)}
[role=alert],[role=status]{margin:0 0 1rem;padding:.75rem 1rem;border-radius:.375rem;border:1px solid var(--tone)}
[role=alert]{--tone:var(--warn)}[role=status]{--tone:var(--good)}
footer{padding-block:.5rem 2rem;color:var(--quiet);font-size:.875rem}
footer .links,footer nav{margin-bottom:.75rem}
@media (max-width:30rem){.card{padding:1.125rem}.steps{flex-direction:column;font-size:.9375rem}.steps li{padding:.125rem 0 .75rem 2rem;padding-inline:2rem 0;text-align:start}.steps li::after{inset-inline-start:0;inset-block-start:.1875rem}.steps li::before{inset-inline:.34375rem auto;inset-block:-.75rem auto;width:.1875rem;height:1rem}.steps li:last-child{padding-bottom:0}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media print{header .links,footer .links,nav,form,.others,.contact{display:none}.card{border:0;padding:0}body{background:#fff;color:#000}}
`;

/** Everything in a page's `<style>`: ours, the shop's colour and font, and its own rules last. */
export function pageStyle({ accentColor = ACCENT, font = 'system', css }: Branding): string {
  const light = `--ground:#f4f5f7;--card:#fff;--text:#17191c;--quiet:#555b64;--line:#dcdfe4;--edge:#767d87;--good:#15713a;--warn:#a8440b;--accent:${accentColor};--button:${accentColor};--font:${FONTS[font]}`;
  const dark = `--ground:#121317;--card:${DARK_GROUND};--text:#eceef1;--quiet:#a6acb6;--line:#343840;--edge:#7d848f;--good:#5fcb8b;--warn:#f2a264;--accent:${lightenedFor(DARK_GROUND, accentColor)}`;
  const theme = `:root{color-scheme:light dark;${light}}@media screen and (prefers-color-scheme:dark){:root{${dark}}}`;
  return `${theme}${BASE.replaceAll('\n', '')}${css === undefined ? '' : minified(css)}`;
}
