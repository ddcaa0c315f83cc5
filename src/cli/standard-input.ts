/** Reads standard input to its end, but not beyond a little more than `limit` bytes: then it is too large anyway. */
export const readStandardInput = async (limit: number): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > limit) break
  }
  return Buffer.concat(chunks)
}
