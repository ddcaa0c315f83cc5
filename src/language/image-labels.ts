/** Words for pictures that say nothing about what a picture shows, by language; in lower case. */
interface ImageWords {
  /** An alternative that is only this says nothing. */
  readonly labels: readonly string[]
  /** An alternative need not begin with this. */
  readonly openings: readonly string[]
}

const words = (list: string): readonly string[] => list.split(', ')

const imageWords: Readonly<Record<string, ImageWords>> = {
  en: {
    labels: words(
      'image, images, img, picture, pic, photo, photograph, graphic, screenshot, screen shot, screen capture, capture, thumbnail, ' +
        'banner, figure, fig, illustration, untitled, alt, alt text, alternative text, image alt text, image description, ' +
        'alt tag, placeholder, featured image, cover image, header image, hero image, blog image, post image, alternate text, ' +
        'description, photo description, insert alt text here, enter image description here, image title, breaking news',
    ),
    openings: words(
      'image of, an image of, picture of, a picture of, photo of, a photo of, photograph of, graphic of, image:, picture:, photo:',
    ),
  },
  ko: {
    labels: words(
      '이미지, 사진, 그림, 캡처, 캡쳐, 화면, 화면 캡처, 화면 캡쳐, 스크린샷, 속보, 썸네일, 배너, 삽화, 일러스트, 짤, 대표 이미지, 대표 사진, ' +
        '본문 이미지, 첨부 이미지, 첨부 사진, 관련 사진, 관련 이미지, 자료 사진, 자료사진, 참고 이미지, 이미지 설명, 사진 설명, 대체 텍스트, 제목 없음, 무제',
    ),
    openings: words('이미지:, 사진:, 그림:'),
  },
  ja: {
    labels: words(
      '画像, 写真, 図, イメージ, 絵, スクリーンショット, スクショ, キャプチャ, サムネイル, バナー, イラスト, 速報, アイキャッチ, アイキャッチ画像, 参考画像, 無題, 画像の説明',
    ),
    openings: words('画像:, 画像：, 写真:, 写真：'),
  },
  zh: {
    labels: words(
      '图片, 图像, 图, 照片, 截图, 截屏, 插图, 配图, 缩略图, 封面, 封面图, 横幅, 快讯, 示意图, 效果图, 图片描述, 在这里插入图片描述, 这里写图片描述, 圖片, 圖, 照片, 截圖, 插圖, 封面圖, 無標題',
    ),
    openings: words('图片:, 图片：, 照片:, 照片：, 圖片:, 圖片：'),
  },
  de: {
    labels: words('bild, foto, abbildung, grafik, bildschirmfoto, screenshot, vorschaubild, titelbild, beitragsbild'),
    openings: words('bild von, ein bild von, foto von, ein foto von, bild:, foto:'),
  },
  fr: {
    labels: words(
      "image, photo, illustration, capture, capture d'écran, capture d’écran, vignette, bannière, sans titre",
    ),
    openings: words('image de, une image de, photo de, une photo de, image :, photo :'),
  },
  es: {
    labels: words('imagen, foto, fotografía, captura, captura de pantalla, ilustración, miniatura, sin título'),
    openings: words('imagen de, una imagen de, foto de, una foto de, imagen:, foto:'),
  },
  pt: {
    labels: words(
      'imagem, foto, fotografia, captura, captura de tela, captura de ecrã, ilustração, miniatura, sem título',
    ),
    openings: words('imagem de, uma imagem de, foto de, uma foto de, imagem:, foto:'),
  },
  it: {
    labels: words('immagine, foto, fotografia, figura, schermata, illustrazione, miniatura, senza titolo'),
    openings: words("immagine di, un'immagine di, foto di, una foto di, immagine:, foto:"),
  },
  ru: {
    labels: words(
      'изображение, картинка, фото, фотография, рисунок, скриншот, снимок экрана, иллюстрация, баннер, обложка',
    ),
    openings: words('изображение:, картинка:, фото:'),
  },
  vi: {
    labels: words('hình, ảnh, hình ảnh, bức ảnh, ảnh chụp màn hình, minh họa, hình minh họa, ảnh bìa, ảnh minh họa'),
    openings: words('hình ảnh:, ảnh:, hình:'),
  },
  id: {
    labels: words('gambar, foto, ilustrasi, tangkapan layar, cuplikan layar'),
    openings: words('gambar:, foto:'),
  },
  th: { labels: words('ภาพ, รูป, รูปภาพ, ภาพประกอบ, ภาพหน้าจอ'), openings: words('ภาพ:, รูป:') },
  ar: { labels: words('صورة, الصورة, رسم, لقطة شاشة, صورة توضيحية'), openings: words('صورة:') },
  hi: { labels: words('चित्र, तस्वीर, फोटो, छवि, स्क्रीनशॉट'), openings: words('चित्र:, तस्वीर:, फोटो:') },
}

const all = Object.values(imageWords)
const labels: ReadonlySet<string> = new Set(all.flatMap((language) => language.labels))
/** What ends with a colon is an opening of anything behind it, other words only where they end. */
const opening = new RegExp(
  `^(?:${all.flatMap((language) => language.openings.map((words) => words + (/[:：]$/.test(words) ? '(?=[^])' : '(?=[\\s:：])'))).join('|')})`,
)

/** Whether a text, in lower case, is nothing but a word for pictures; running numbers do not count. */
export const isImageLabel = (text: string): boolean => labels.has(withoutNumber(text).replace(/(?:입니다|です)$/, ''))

/** A word for pictures that a text, in lower case, begins with although every alternative is one. */
export const imageOpening = (text: string): string | undefined => opening.exec(text)?.[0]

/** `사진 3`, `image-02`, `Figure 1.2`, `(图1)` without number and marks. */
const withoutNumber = (text: string): string =>
  text.replace(/[\s\d.,:;#()[\]<>_-]+$/, '').replace(/^[\s\d.,:;#()[\]<>_-]+/, '')
