/**
 * The viewer as one HTML file that opens from the disk: scripts, styles and fonts inside, a policy that lets nothing else run or load,
 * and a place for a graph. Runs at build time.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Puts what was built into the page, for one of the environments; nothing else of it is written. */
export const singleFile = (environment: string, fileName: string): Plugin => ({
  name: 'single-file',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name === environment,
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      let [script, style, html] = ['', '', ''];
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === 'chunk') script += file.code;
        else if (name.endsWith('.css')) style += String(file.source);
        else if (name.endsWith('.html')) html = String(file.source);
        delete bundle[name];
      }
      style = style.replace(/@font-face\s?\{[^}]*url\((?!"?data:)[^}]*\}/g, ''); // alphabets that are not inside
      // What would end the element that holds it.
      script = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
      const policy = `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'`;
      const page = html
        .replace(/<script[^>]{0,500}><\/script>|<link rel="(?:stylesheet|icon|modulepreload|preload)"[^>]{0,500}>/g, '')
        .replace(
          '<meta charset="utf-8" />',
          () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        )
        .replace('</head>', () => `<style>${style}</style>\n  </head>`)
        .replace(
          '</body>',
          () => `<script id="graph" type="text/plain"></script>\n    <script type="module">${script}</script>\n  </body>`,
        );
      this.emitFile({ type: 'asset', fileName, source: page });
    },
  },
});
