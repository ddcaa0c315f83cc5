/** The parts of a viewport's content that keep a reader from zooming in. */
export const zoomLimits = (content: string): readonly { readonly part: string; readonly isHard: boolean }[] =>
  content.split(/[,;]/).flatMap((piece) => {
    const [name = '', value = ''] = piece.split('=').map((side) => side.trim().toLowerCase())
    const part = piece.trim()
    const size = Number.parseFloat(value)
    if (name === 'user-scalable') {
      const isOff = value === 'no' || (size > -1 && size < 1)
      return isOff ? [{ part, isHard: true }] : []
    }
    if (name !== 'maximum-scale' || size < 0) return []
    const scale = value === 'yes' ? 1 : /^device-/.test(value) ? 10 : Number.isNaN(size) ? 0.1 : size
    return scale < 5 ? [{ part, isHard: scale < 2 }] : []
  })

/** The strictest of them. */
export const strictestZoomLimit = (content: string): ReturnType<typeof zoomLimits>[number] | undefined => {
  const limits = zoomLimits(content)
  return limits.find(({ isHard }) => isHard) ?? limits[0]
}

export const withoutZoomLimits = (content: string): string => {
  const limits = new Set(zoomLimits(content).map(({ part }) => part))
  return content
    .split(',')
    .filter((piece) => !limits.has(piece.trim()))
    .join(',')
    .trim()
}
