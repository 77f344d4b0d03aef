// Builds the site's styles, scripts, typeface and icons into lms/static/build/.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const modules = join(root, "node_modules");
const out = join(root, "lms", "static", "build");

function styles() {
  for (const name of ["main", "shell"]) {
    const { css } = compile(join(here, "styles", `${name}.scss`), {
      loadPaths: [modules],
      style: "compressed",
      fatalDeprecations: [],
    });
    writeFileSync(join(out, `${name}.css`), css);
  }
}

// The player's pages are written as entry-<name>.js and served as <name>.js.
function playerEntries() {
  const folder = join(here, "scripts", "player");
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder).filter((file) => /^entry-.+\.js$/.test(file));
  return Object.fromEntries(
    entries.map((file) => [basename(file, ".js").replace("entry-", ""), join(folder, file)]),
  );
}

async function scripts() {
  const options = { bundle: true, minify: true, target: "es2020", legalComments: "none", outdir: out };
  const player = playerEntries();
  await Promise.all([
    build({ ...options, format: "esm", entryPoints: { main: join(here, "scripts", "main.js") } }),
    build({ ...options, format: "iife", entryPoints: { "js-enabled": join(here, "scripts", "js-enabled.js") } }),
    Object.keys(player).length ? build({ ...options, format: "iife", entryPoints: player }) : null,
  ]);
}

function fonts() {
  const from = join(modules, "@fontsource-variable", "atkinson-hyperlegible-next", "files");
  mkdirSync(join(out, "fonts"), { recursive: true });
  for (const subset of ["latin", "latin-ext"]) {
    cpSync(
      join(from, `atkinson-hyperlegible-next-${subset}-wght-normal.woff2`),
      join(out, "fonts", `atkinson-${subset}.woff2`),
    );
  }
}

mkdirSync(out, { recursive: true });
for (const file of readdirSync(out)) {
  if (/\.(css|js|svg|png)$/.test(file)) rmSync(join(out, file));
}
styles();
fonts();
cpSync(join(here, "icons"), out, { recursive: true });
await scripts();
