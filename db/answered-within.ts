/**
 * What was asked, or that nobody answered: a driver that lost a statement on the way must not keep
 * those who wait for it for good.
 *
 * @throws with the code `ETIMEDOUT` after so many ms; the statement may have been done.
 */
export async function answeredWithin<Value>(ms: number, asked: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error('The database driver did not answer')
      reject(Object.assign(error, { code: 'ETIMEDOUT' }))
    }, ms)
  })
  try {
    return await Promise.race([asked, lost])
  } finally {
    clearTimeout(timer)
  }
}
