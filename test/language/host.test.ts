import { describe, expect, it } from 'vitest'
import { belongs, isBilingual, languageOf } from '../../src/language/host.ts'
import { tally } from '../../src/language/scripts.ts'

const language = (text: string, declared?: string): string => languageOf(tally(text), { declared, sample: () => text })

describe('languageOf', () => {
  it.each([
    ['ko', '서버를 재시작하면 설정 파일을 다시 읽습니다.'],
    ['ko', '국한문 混用 문장이라도 한글이 많으면 한국어입니다.'],
    ['ja', '設定ファイルを読み込んでから、サーバーを再起動します。'],
    ['zh', '重新启动服务器之后，配置文件会被重新读取。'],
    ['ru', 'После перезапуска сервер снова читает файл настроек, это удобно.'],
    ['uk', 'Після перезапуску сервер знову читає файл налаштувань, це зручно.'],
    ['ar', 'يعيد الخادم قراءة ملف الإعدادات بعد إعادة التشغيل.'],
    ['fa', 'پس از راه‌اندازی دوباره، کارساز پرونده را می‌خواند.'],
    ['he', 'השרת קורא את קובץ ההגדרות מחדש אחרי הפעלה.'],
    ['th', 'เซิร์ฟเวอร์จะอ่านไฟล์อีกครั้ง'],
    ['hi', 'सर्वर फिर से फ़ाइल पढ़ता है।'],
    ['el', 'Ο διακομιστής διαβάζει ξανά το αρχείο.'],
    ['en', 'The server reads the configuration again after it was restarted.'],
    ['es', 'El servidor vuelve a leer la configuración después de cada reinicio, y es más rápido.'],
    ['fr', 'Le serveur relit la configuration après chaque redémarrage, et il est plus rapide.'],
    ['de', 'Der Server liest die Konfiguration nach jedem Neustart, und das ist nicht langsam.'],
    ['vi', 'Máy chủ đọc lại tệp cấu hình sau khi được khởi động lại và không có lỗi.'],
    ['und', '2024 — 100 %'],
  ])('recognizes %s', (expected, text) => {
    expect(language(text)).toBe(expected)
  })

  it('keeps a Korean post Korean although it is full of English terms', () => {
    const text =
      'Kubernetes Deployment와 StatefulSet의 rollout을 비교하고 PersistentVolumeClaim을 정리한 글입니다. readinessProbe와 livenessProbe도 다룹니다.'
    expect(language(text)).toBe('ko')
  })

  it('does not make an English post Korean for a few Hangul words', () => {
    expect(
      language('The word 정 has no translation, and that is the whole point of the essay that I want to write.'),
    ).toBe('en')
  })

  it('believes what is declared', () => {
    expect(language('The server reads it again.', 'en-GB')).toBe('en')
    expect(language('設定', 'ja_JP')).toBe('ja')
    expect(language('Nisam siguran da li je to dobro.', 'hr')).toBe('hr')
  })

  it('does not believe a declaration that the letters refute', () => {
    expect(language('테마에 남은 선언은 본문의 언어와 다를 수 있으므로 글자를 보고 판단합니다.', 'en')).toBe('ko')
  })
})

describe('belongs', () => {
  it('knows which scripts a language is written in', () => {
    expect(belongs('Hani', 'ko')).toBe(true)
    expect(belongs('Hira', 'ko')).toBe(false)
    expect(belongs('Latn', 'ko')).toBe(false)
    expect(belongs('Latn', 'pl')).toBe(true)
    expect(belongs('Zyyy', 'ko')).toBe(true)
  })
})

describe('isBilingual', () => {
  it('needs a quarter of the letters in each of two languages', () => {
    expect(
      isBilingual(
        new Map([
          ['ko', 500],
          ['en', 1500],
        ]),
      ),
    ).toBe(true)
    expect(
      isBilingual(
        new Map([
          ['ko', 400],
          ['en', 1600],
        ]),
      ),
    ).toBe(false)
    expect(
      isBilingual(
        new Map([
          ['ko', 500],
          ['und', 500],
        ]),
      ),
    ).toBe(false)
    expect(isBilingual(new Map())).toBe(false)
  })
})
