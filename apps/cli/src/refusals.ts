import { CollectorAnswer } from './collector-client.ts'
import { UsageError } from './exit-codes.ts'

/** What an operator asked for and the collector refuses is for the operator to put right. */
export async function forOperator<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof CollectorAnswer && error.status >= 400 && error.status < 500)
      throw new UsageError(error.message)
    throw error
  }
}
