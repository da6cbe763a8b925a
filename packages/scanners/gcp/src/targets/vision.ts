import { mapAhead, names, type Tally } from '@ai-census/cloud-kit'
import type { Finding } from '@ai-census/schema'
import { z } from 'zod'
import { thing } from '../finding.ts'
import { parentOf } from '../listed.ts'
import type { Place } from '../place.ts'
import { lastOf, resource, text } from '../resource.ts'
import { AHEAD, target } from '../target.ts'

/** IAM knows no permission of its own for Product Search: who may use the project's services may list what it has. */
export const PRODUCT_SETS = 'vision.productSets.list'
export const PRODUCTS = 'vision.products.list'

/** A shop may have millions: how many there are at least, and of which kinds, is enough. One page, and two of a location. */
const MOST_OF_A_SET = 100
const MOST_OF_A_PLACE = 200

const ProductSet = z.object({ ...resource, indexTime: text })
const Product = z.object({ ...resource, productCategory: text })
type Product = z.infer<typeof Product>

/** What was read of a longer list is not how many there are. */
const counted = (read: number, most: number) => ({
  products: read < most ? read : undefined,
  productsAtLeast: read < most ? undefined : read,
})

/** Images of an organisation's own things, indexed so that Vision finds them again in pictures. */
export const productSets = target({
  id: 'vision-product-set',
  service: 'vision',
  title: 'Product sets of Cloud Vision, by which pictures are searched',
  kinds: ['model'],
  operations: [PRODUCT_SETS, PRODUCTS],
  list: (gcp, place) =>
    mapAhead(
      gcp.list({
        service: 'vision',
        path: `/v1/${parentOf(place)}/productSets`,
        key: 'productSets',
        permission: PRODUCT_SETS,
        item: ProductSet,
      }),
      AHEAD,
      async (set) => ({
        set,
        products: await gcp.within({
          service: 'vision',
          path: `/v1/${set.name}/products`,
          key: 'products',
          permission: PRODUCTS,
          most: MOST_OF_A_SET,
          item: Product,
        }),
      }),
    ),
  *toFindings({ set, products }, place) {
    yield thing(place, {
      type: 'vision-product-set',
      kind: 'model',
      name: set.displayName || lastOf(set.name),
      service: 'vision',
      resource: set.name,
      // Only what was indexed is found in pictures.
      grade: isIndexed(set.indexTime) ? 'deployed' : 'configured',
      supplier: 'google-cloud-ai',
      product: 'Vision Product Search',
      changed: isIndexed(set.indexTime) ? set.indexTime : undefined,
      operation: PRODUCT_SETS,
      attributes: {
        ...counted(products.length, MOST_OF_A_SET),
        categories: names(products.map(({ productCategory }) => productCategory)),
      },
    })
  },
})

/** Vision says of a set that was never indexed that it was in 1970. */
const isIndexed = (at: string | undefined): boolean => Date.parse(at ?? '') > 0

/** Products that stand in no set are there as well: one sign a location. */
export const products = target({
  id: 'vision-products',
  service: 'vision',
  title: 'Products of Cloud Vision, in sets or in none',
  kinds: ['dataset'],
  operations: [PRODUCTS],
  list: (gcp, place) =>
    gcp.list({
      service: 'vision',
      path: `/v1/${parentOf(place)}/products`,
      key: 'products',
      permission: PRODUCTS,
      most: MOST_OF_A_PLACE,
      item: Product,
    }),
  tally: productTally,
})

function productTally(place: Place): Tally<Product> {
  const categories = new Set<string>()
  let read = 0
  return {
    add({ productCategory }) {
      read++
      if (productCategory) categories.add(productCategory)
    },
    *findings(): Generator<Finding> {
      if (read === 0) return
      yield thing(place, {
        type: 'vision-products',
        kind: 'dataset',
        id: place.location,
        name: `Products of Cloud Vision in ${place.location}`,
        service: 'vision',
        grade: 'configured',
        supplier: 'google-cloud-ai',
        product: 'Vision Product Search',
        operation: PRODUCTS,
        attributes: { ...counted(read, MOST_OF_A_PLACE), categories: names([...categories]) },
      })
    },
  }
}
