import adapter from '@sveltejs/adapter-static'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig, type Plugin } from 'vite'
import { standIn } from './dev/stand-in.ts'

/** Where `vite dev` finds a running collector; `AI_CENSUS_STAND_IN=acme|hostile|empty` needs none. */
const collector = process.env.AI_CENSUS_COLLECTOR ?? 'http://127.0.0.1:7420'
const estate = process.env.AI_CENSUS_STAND_IN

/**
 * SvelteKit hides its route announcer with a `style` attribute, which the policy below forbids. `app.css`
 * hides it instead. A SvelteKit that writes it otherwise fails the build, so that nobody has to notice.
 */
function announcerWithoutStyle(): Plugin {
  const style = /(id="svelte-announcer"[^>]*?)\s+style="[^"]*"/
  return {
    name: 'ai-census-announcer',
    enforce: 'pre',
    transform(code, id) {
      if (!/kit\/src\/runtime\/components\/root\.svelte$/.test(id)) return undefined
      if (!style.test(code)) this.error('SvelteKit’s announcer has changed: see announcerWithoutStyle')
      return { code: code.replace(style, '$1'), map: null }
    },
  }
}

export default defineConfig({
  plugins: [
    ...(estate ? [standIn(estate)] : []),
    announcerWithoutStyle(),
    sveltekit({
      // One page for every address: the collector answers unknown paths with it.
      adapter: adapter({ fallback: 'index.html' }),
      csp: {
        // The bootstrap script is the only inline one, and it is named by its hash.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
        },
      },
    }),
  ],
  build: { target: 'es2022', reportCompressedSize: false },
  server: { proxy: estate ? {} : { '/api': collector, '/healthz': collector } },
})
