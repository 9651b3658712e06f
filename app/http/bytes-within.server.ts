/** The bytes, or null when there are more than `limit`; the rest is read and dropped. */
export async function bytesWithin(
  data: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of data) {
    size += chunk.byteLength
    if (size <= limit) chunks.push(chunk)
  }
  return size > limit ? null : new Uint8Array(Buffer.concat(chunks))
}
