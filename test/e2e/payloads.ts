/**
 * A hundred texts that run where a page takes them for markup, code or an address. Each calls `top.ran` with its number; `control` is a
 * document in which it does, so that a test can show that it would hear of it.
 */
export interface Payload {
  text: string;
  control: string;
}

/** Where a text may be put by a careless page: around it. */
const PLACES = {
  markup: ['', ''],
  quoted: ['<p title="', '">x</p>'],
  'single-quoted': ["<p title='", "'>x</p>"],
  comment: ['<!-- ', ' -->'],
  title: ['<title>', '</title>'],
  textarea: ['<textarea>', '</textarea>'],
  style: ['<style>p { color: red } ', '</style>'],
  option: ['<select><option>', '</option></select>'],
  script: ['<script type="application/json">{"label":"', '"}</script>'],
  'string in a script': ['<script>var label = "', '";</script>'],
  'single-quoted string in a script': ["<script>var label = '", "';</script>"],
  template: ['<script>var label = `', '`;</script>'],
  link: ['<a href="', '">x</a>'],
  handler: ['<p onclick="show(\'', '\')">x</p><script>function show() {}</script>'],
  svg: ['<svg xmlns="http://www.w3.org/2000/svg"><title>', '</title></svg>'],
} as const;

/** `RUN` is the call. */
const TEXTS: { readonly [P in keyof typeof PLACES]: readonly string[] } = {
  markup: [
    '<script>RUN</script>',
    '<SCRIPT>RUN</SCRIPT>',
    '<script\n>RUN</script\n>',
    '<script/x>RUN</script>',
    '<script type=module>RUN</script>',
    '<script src="data:text/javascript,RUN"></script>',
    '<script src=x:y onerror=RUN></script>',
    '<img src=x onerror="RUN">',
    '<img src=x onerror=RUN>',
    "<img src=x onerror='RUN'>",
    '<IMG SRC=x OnErRoR=RUN>',
    '<img/src="x"/onerror=RUN>',
    '<img\tsrc=x\tonerror=RUN>',
    '<img\nsrc=x\nonerror\n=\nRUN>',
    '<img src=x onerror="&#116;op.ran(N)">',
    '<img src=x onerror="&#x74;&#x6f;&#x70;.ran(N)">',
    "<img src=x onerror=\"top['r'+'an'](N)\">",
    '<img src=x onerror=top.ran`N`>',
    '<img src=x onerror="eval(atob(\'BASE64\'))">',
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" onload=RUN>',
    '<img srcset=x onerror=RUN>',
    '<<img src=x onerror=RUN>',
    '<image src=x onerror=RUN>',
    '<picture><source srcset=x><img onerror=RUN></picture>',
    '<svg onload="RUN"></svg>',
    '<svg/onload=RUN>',
    '<svg><script>RUN</script></svg>',
    '<svg><script>&#116;op.ran(N)</script></svg>',
    '<svg><image href=x onerror=RUN></svg>',
    '<svg><animate onbegin=RUN attributeName=x dur=1s></svg>',
    '<svg><set onbegin=RUN attributeName=x></svg>',
    '<svg><a><rect onfocus=RUN autofocus tabindex=1 /></a></svg>',
    '<svg><foreignObject><img src=x onerror=RUN></foreignObject></svg>',
    '<svg><style><img src=x onerror=RUN></style></svg>',
    '<svg><title><img src=x onerror=RUN></title></svg>',
    '<math><mtext><img src=x onerror=RUN></mtext></math>',
    '<math><annotation-xml encoding="text/html"><img src=x onerror=RUN></annotation-xml></math>',
    '<iframe onload=RUN></iframe>',
    '<iframe srcdoc="<script>RUN</script>"></iframe>',
    '<iframe srcdoc="&lt;img src=x onerror=RUN&gt;"></iframe>',
    '<iframe src="javascript:RUN"></iframe>',
    '<iframe src="JaVaScRiPt:RUN"></iframe>',
    '<iframe src="java&#9;script:RUN"></iframe>',
    '<object type=text/html data="about:blank" onload=RUN></object>',
    '<embed src="about:blank" onload=RUN>',
    '<video src=x onerror=RUN></video>',
    '<video><source onerror=RUN></video>',
    '<audio src=x onerror=RUN></audio>',
    '<details open ontoggle=RUN>x</details>',
    '<input autofocus onfocus=RUN>',
    '<input type=image src=x onerror=RUN>',
    '<select autofocus onfocus=RUN></select>',
    '<textarea autofocus onfocus=RUN></textarea>',
    '<button autofocus onfocus=RUN>x</button>',
    '<a href=# autofocus onfocus=RUN>x</a>',
    '<p contenteditable autofocus onfocus=RUN>x</p>',
    '<body onload=RUN>',
    '<body onpageshow=RUN>',
    '<style onload=RUN></style>',
    '<link rel=stylesheet href="data:text/css," onload=RUN>',
    '<link rel=stylesheet href=x:y onerror=RUN>',
    '<style>@keyframes a{}</style><p style="animation:a 1s" onanimationstart=RUN>x</p>',
    '<a href="javascript:RUN">x</a>',
    '<form action="javascript:RUN"><button>x</button></form>',
    '<form><button formaction="javascript:RUN">x</button></form>',
    '<p onclick=RUN>x</p>',
    '<p onmouseover=RUN>x</p>',
    '<noscript><p title="</noscript><img src=x onerror=RUN>"></noscript>',
    '<table><img src=x onerror=RUN></table>',
    '\u0000<img src=x onerror=RUN>',
    '\ufeff<img src=x onerror=RUN>',
    '<!--><img src=x onerror=RUN>-->',
    '<![CDATA[><img src=x onerror=RUN>]]>',
    '<?xml ?><img src=x onerror=RUN>',
  ],
  quoted: ['"><img src=x onerror=RUN>', '"><script>RUN</script>', '" onclick="RUN', '" autofocus tabindex=1 onfocus="RUN'],
  'single-quoted': ["'><img src=x onerror=RUN>", "' onmouseover='RUN"],
  comment: ['--><img src=x onerror=RUN>', '--!><svg onload=RUN>'],
  title: ['</title><img src=x onerror=RUN>'],
  textarea: ['</textarea><svg onload=RUN>'],
  style: ['</style><img src=x onerror=RUN>'],
  option: ['</option></select><img src=x onerror=RUN>'],
  script: ['</script><img src=x onerror=RUN>', '</script><script>RUN</script>', '</ScRiPt ><svg onload=RUN>'],
  'string in a script': ['";RUN;//', '"-RUN-"'],
  'single-quoted string in a script': ["';RUN;//", "'-RUN-'"],
  template: ['${RUN}', '`-RUN-`'],
  link: ['javascript:RUN', ' JavaScript:RUN', 'java\nscript:RUN', 'javascript://%0aRUN'],
  handler: ["');RUN;//"],
  svg: ['</title><script>RUN</script>', '<img src=x onerror=RUN>'],
};

/** Each with a number of its own, its place in the list. */
export const PAYLOADS: readonly Payload[] = Object.entries(TEXTS)
  .flatMap(([place, texts]) => texts.map((text) => ({ text, around: PLACES[place as keyof typeof PLACES] })))
  .map(({ text, around: [before, after] }, n) => {
    const run = `top.ran(${n})`;
    const full = text.replaceAll('RUN', run).replaceAll('ran(N)', `ran(${n})`).replaceAll('](N)', `](${n})`).replaceAll('`N`', `\`${n}\``).replaceAll('BASE64', btoa(run)); // prettier-ignore
    return { text: full, control: before + full + after };
  });
