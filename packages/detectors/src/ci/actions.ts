import { embeddedSigns, withoutSame } from '../code/embedded.ts'
import { imageSign } from '../containers/image.ts'
import { weightsAt } from '../declared/hub.ts'
import type { Detector, Input } from '../detector.ts'
import { mergeSigns } from '../merge.ts'
import { startedIn } from '../shell/assistants.ts'
import { installedPackages } from '../shell/installed.ts'
import { enabled } from '../shell/shell.ts'
import { scriptLines, scriptOf } from '../shell/steps.ts'
import type { ModelSign, NamedSign } from '../signs.ts'
import { addressesIn } from '../text/urls.ts'
import { stepPrograms } from './programs.ts'

/** Actions, orbs and components that pipelines use, and weights that they fetch. Read by lines: a pipeline is full of templates. */
export const ciActions: Detector = {
  id: 'ci/actions',
  when: 'literal',
  limit: 500_000,
  claims: ({ path, extension, name }) =>
    /^ya?ml$/.test(extension) &&
    (/(^|\/)\.(github|gitlab|circleci|gitea|forgejo|buildkite|woodpecker)\//.test(path) ||
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
    const inScript = scriptLines()
    const models = input.text.split('\n').flatMap((line, index) => {
      const isScript = inScript(line)
      return /^\s*#/.test(line) ? [] : modelsIn(input, line.slice(0, 2000), index + 1, isScript)
    })
    const started = startedIn(input, scriptOf(input.text))
    const isTold = (model: ModelSign) =>
      models.some(({ line, value }) => line === model.line && value === model.value)
    const programs = embeddedSigns(input, stepPrograms(input.text))
    const own = {
      named: [...named, ...started.named],
      models: [...models, ...started.models.filter((model) => !isTold(model))],
      packages: installedPackages(input),
      hosts: scriptOf(input.text)
        .split('\n')
        .flatMap((text, index) =>
          enabled(input, text, () => ({ line: index + 1, excerpt: input.excerpt(index + 1) })),
        ),
    }
    return mergeSigns([withoutSame(own, programs), programs])
  },
}

/** What a line of a script is sent or told of: `-d '{"model": "x-1"}'`, `--model x-1`, `--model-id acme.x-v1:0`. */
const told =
  /(?:["']model(?:_?id)?\\?["']\s{0,3}:\s{0,3}\\?["']|\s--model(?:-id|-name)?(?:=|\s{1,3})["']?)([\w.:/@-]{3,120})/gi

/** Weights that a line of a pipeline fetches, and models of the catalogue that its commands name. */
function modelsIn({ catalogue, excerpt }: Input, text: string, line: number, isScript: boolean): ModelSign[] {
  const fetched = addressesIn(text).flatMap(({ host, path }): ModelSign[] => {
    const weights = weightsAt(catalogue, host, path)
    return weights ? [{ ...weights, line, excerpt: excerpt(line) }] : []
  })
  const named = [...(isScript ? text : '').matchAll(told)].flatMap(([, id = '']): ModelSign[] =>
    catalogue.modelOwner(id) === null
      ? []
      : [{ value: id, place: 'model', method: 'model-id', strength: 'strong', line, excerpt: excerpt(line) }],
  )
  return [...fetched, ...named]
}
