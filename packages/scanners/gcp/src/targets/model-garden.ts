import { makerNamed, names, type Tally } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import { z } from 'zod'
import { publisherModel, thing } from '../finding.ts'
import type { Place } from '../place.ts'
import { target } from '../target.ts'

/** IAM has no permission of its own for what everybody is shown. */
export const PUBLISHER_MODELS = 'publishers.models.list'

/** The catalogue is the same everywhere: it is read where Google serves it to all. */
const WHERE = 'us-central1'
/** Of a few thousand models, a hundred a page. */
const MOST_PAGES = 100

const PublisherModel = z.object({ name: z.string().min(1) })
type PublisherModel = z.infer<typeof PublisherModel>

/** What is for sale is not in use: one line a publisher, `available` at most. */
export const modelGarden = target({
  id: 'model-garden',
  service: 'modelgarden',
  title: 'Publishers whose models Model Garden offers (available, not in use)',
  kinds: ['service'],
  operations: [PUBLISHER_MODELS],
  async *list(gcp, place) {
    if (!place.modelGarden) return
    yield* gcp.list({
      service: 'aiplatform',
      location: WHERE,
      path: '/v1beta1/publishers/*/models',
      key: 'publisherModels',
      permission: PUBLISHER_MODELS,
      item: PublisherModel,
      mostPages: MOST_PAGES,
    })
  },
  tally: offered,
})

function offered(place: Place): Tally<PublisherModel> {
  const byPublisher = new Map<string, Set<string>>()
  return {
    add({ name }) {
      const { publisher, model } = publisherModel(name) ?? {}
      if (!publisher || !model) return
      const models = byPublisher.get(publisher) ?? new Set()
      byPublisher.set(publisher, models.add(model))
    },
    *findings(): Generator<Finding> {
      for (const [publisher, models] of [...byPublisher].sort(([a], [b]) => (a < b ? -1 : 1)))
        yield thing(place, {
          type: 'model-garden',
          kind: 'service',
          id: publisher,
          name: `Models of ${publisher} in Model Garden`,
          service: 'aiplatform',
          resource: `publishers/${publisher}`,
          grade: 'available',
          product: 'Model Garden',
          operation: PUBLISHER_MODELS,
          attributes: {
            publisher: makerNamed(place.catalogue, publisher) ?? publisher,
            models: names([...models]),
            modelCount: models.size,
          },
        })
    },
  }
}
