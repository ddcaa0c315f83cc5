import { type DecodedFile, decode } from './decode.ts'

/** Bytes of a text in the encoding that its file was read in, with the BOM that it had. */
const bytesOf = async (text: string, { encoding, bom }: DecodedFile): Promise<Buffer> => {
  const marked = bom ? `\ufeff${text}` : text
  if (encoding === 'UTF-8') return Buffer.from(marked, 'utf8')
  if (encoding === 'UTF-16LE') return Buffer.from(marked, 'utf16le')
  if (encoding === 'UTF-16BE') return Buffer.from(marked, 'utf16le').swap16()
  return (await import('./legacy-encoding.ts')).encodeLegacy(marked, encoding)
}

/** The bytes of a file whose text has been changed; undefined if its encoding cannot hold the text and give it back. */
export const encode = async (text: string, file: DecodedFile): Promise<Buffer | undefined> => {
  const bytes = await bytesOf(text, file)
  const again = await decode(bytes, file.encoding)
  return again.lossless && again.source === text ? bytes : undefined
}
