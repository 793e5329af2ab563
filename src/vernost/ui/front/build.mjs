// Builds css/office.css and js/office.js into static/dist: names with hashes, and manifest.json that tells them.
import { build } from "esbuild";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../static/dist");

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const { metafile } = await build({
  entryPoints: [join(here, "css/office.css"), join(here, "js/office.js")],
  outdir: dist,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file" },
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  metafile: true,
  target: ["chrome123", "firefox121", "safari17.5"],
  legalComments: "linked",
  logLevel: "warning",
});

const entries = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint?.includes("/front/"));
const manifest = Object.fromEntries(
  entries.map(([path, output]) => [basename(output.entryPoint), relative(dist, join(process.cwd(), path))]),
);
await writeFile(join(dist, "manifest.json"), JSON.stringify(manifest, null, 2));

// What packs well is served packed: once here, and never while somebody waits.
for (const name of await readdir(dist)) {
  if (!/\.(js|css|txt)$/.test(name)) continue;
  const content = await readFile(join(dist, name));
  await writeFile(join(dist, `${name}.gz`), gzipSync(content, { level: 9 }));
  await writeFile(join(dist, `${name}.br`), brotliCompressSync(content));
}
