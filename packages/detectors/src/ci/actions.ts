import { compact } from '../code/signs.ts'
import { imageSign } from '../containers/image.ts'
import { weightsAt } from '../declared/hub.ts'
import type { Detector } from '../detector.ts'
import { installedPackages } from '../shell/installed.ts'
import type { ModelSign, NamedSign } from '../signs.ts'
import { addressesIn } from '../text/urls.ts'

/** Actions, orbs and components that pipelines use, and weights that they fetch. Read by lines: a pipeline is full of templates. */
export const ciActions: Detector = {
  id: 'ci/actions',
  when: 'literal',
  limit: 500_000,
  claims: ({ path, extension, name }) =>
    /^ya?ml$/.test(extension) &&
    (/(^|\/)\.(github|gitlab|circleci|gitea|forgejo)\//.test(path) ||
      /^(action|\.gitlab-ci.*|azure-pipelines.*|bitbucket-pipelines|\.drone)\.ya?ml$/.test(name)),
  analyse(input) {
    const named = input.text.split('\n').flatMap((text, index): NamedSign[] => {
      const name = /^\s*-?\s*(?:uses|component|pipe|image|[\w-]+)\s*:\s*["']?([\w.-]+\/[\w./-]+)@?/.exec(
        text,
      )?.[1]
      if (/^\s*#/.test(text)) return []
      // Pipes of Bitbucket and steps of GitHub's workflows that are images: `pipe: docker://acme/reviewer:1.0`.
      const image = /^\s*-?\s*(?:uses|pipe)\s*:\s*["']?docker:\/\/([\w./:@-]+)/.exec(text)?.[1]
      if (image) return imageSign(input, image, index + 1)
      if (!name) return []
      const owner = input.catalogue.actionOwner(name)
      if (!owner) return []
      const version = /@([\w.-]+)/.exec(text)?.[1]
      return [
        {
          type: 'action',
          name,
          supplier: owner.supplier,
          ...(owner.product ? { product: owner.product } : {}),
          line: index + 1,
          excerpt: input.excerpt(index + 1),
          ...(version ? { attributes: { version } } : {}),
        },
      ]
    })
    const models = input.text.split('\n').flatMap((text, index): ModelSign[] =>
      /^\s*#/.test(text)
        ? []
        : addressesIn(text.slice(0, 2000)).flatMap(({ host, path }): ModelSign[] => {
            const weights = weightsAt(input.catalogue, host, path)
            return weights ? [{ ...weights, line: index + 1, excerpt: input.excerpt(index + 1) }] : []
          }),
    )
    return compact({ named, models, packages: installedPackages(input) })
  },
}
