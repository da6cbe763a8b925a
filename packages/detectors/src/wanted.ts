const noText =
  /\.(png|jpe?g|gif|webp|avif|bmp|ico|icns|tiff?|psd|svgz|heic|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov|avi|mkv|webm|wav|flac|ogg|opus|pdf|docx?|xlsx?|pptx?|odt|ods|zip|gz|tgz|bz2|xz|zst|7z|rar|jar|war|class|dex|apk|aab|ipa|dmg|iso|exe|dll|so|dylib|a|o|obj|lib|pyc|pyo|wasm|node|map|parquet|arrow|feather|avro|orc|db|sqlite3?|mdb|npy|npz|h5ad|lockb|snap|swf|blend|fbx|glb|gltf|stl|keystore|jks|p12|pfx|der|gpg|pack|idx|tsbuildinfo)$/i

/** By its name never text that could show anything. */
export const isNoText = (path: string): boolean => noText.test(path)

const vendored =
  /(^|\/)(node_modules|bower_components|site-packages|\.venv|venv|virtualenv|__pycache__|\.git|\.hg|\.svn|\.tox|\.nox|\.mypy_cache|\.pytest_cache|\.ruff_cache|\.terraform|\.next|\.nuxt|\.svelte-kit|\.output|\.gradle|Pods|DerivedData|\.dart_tool|\.yarn\/(cache|releases|unplugged)|\.pnpm-store|jspm_packages|Carthage)\//

/** Other people's code, put there by a tool: manifests already say that it is used. */
export const isVendored = (path: string): boolean => vendored.test(path)

const built =
  /(^|\/)(vendor|vendored|third[-_]?party|external|externals|_vendor)\/.+|(^|\/)(dist|build|out|coverage|storybook-static|public\/build|static\/(js|vendor|lib))\/.+\.(js|mjs|cjs|css|html|json)$|\.min\.(js|mjs|css)$|[-.]bundle\.js$|\.chunk\.js$/

/**
 * Folders whose names are parts of a program's own package: `com/acme/external/…`, `lib/acme/third_party/…` hold what
 * speaks to others' services. Libraries of these languages are fetched, and copied nowhere below the sources
 * (maven.apache.org/guides/introduction/introduction-to-the-standard-directory-layout, hexdocs.pm/mix/Mix.Project.html).
 */
const ownPackages =
  /(?:^|\/)(?:src\/(?:main|\w{1,30}Main)\/(?:java|kotlin|scala|groovy)\/.+\.(?:java|kts?|scala|groovy)|lib\/.+\.exs?)$/

/** Likewise what is called `external`, but for C and for scripts, whose libraries are copied as they are. */
const ownExternal =
  /(?:^|\/)(?:src|app|internal|pkg|cmd|server|backend)\/(?:[^/]+\/)*externals?\/.+(?<!\.d)\.(?:[cm]?tsx?|cs|go|rb|php|dart|swift|kt|java|ex)$/

const copied = /(^|\/)(vendor|vendored|third[-_]?party|_vendor)\//

/** Copied or generated code that lives in the repository: keys in it are real, suppliers are not this repository's. */
export const isBuilt = (path: string): boolean =>
  built.test(path) && !ownPackages.test(path) && !(ownExternal.test(path) && !copied.test(path))

/** Lines so long that nobody wrote them. */
export function looksMinified(path: string, text: string): boolean {
  if (!/\.[cm]?jsx?$|\.html?$/i.test(path) || text.length < 5000) return false
  const sample = text.slice(0, 50_000)
  return sample.length / (sample.split('\n').length || 1) > 400
}
