/** Names that are often written with other capitals than their own. */
const names = `
  AdSense AirDrop AirPods AliExpress AppKit AutoCAD BigQuery BitTorrent CircleCI ClickHouse
  CloudFormation CloudFront CloudWatch CoffeeScript CouchDB DevOps DevTools DocBook DuckDuckGo DynamoDB ECMAScript eBay
  ESLint FastAPI FreeBSD GitHub GitLab GraphQL HashiCorp IndexedDB IntelliJ iCloud iMessage iPad iPhone iTunes
  JavaScript jQuery JSDoc JUnit KakaoTalk LaLibreOffice LinkedIn MacBook macOS MariaDB MathML MongoDB
  MySQL MyBatis NetBSD NetBeans NixOS NumPy OneDrive OpenAI OpenAPI OpenBSD OpenCV OpenGL OpenID OpenOffice
  OpenSSL OpenStack OpenStreetMap PayPal PhpStorm PlayStation PostCSS PostgreSQL PowerPoint PowerShell PyCharm PyPI
  PyTorch RabbitMQ RubyGems SciPy SharePoint SlideShare SoundCloud SourceForge SQLite 
  SwiftUI TensorFlow TeX TikTok TypeScript UIKit VirtualBox VMware WebAssembly WebGL WebGPU WebKit WebRTC WebSocket
  WebStorm WhatsApp WordPress Xcode YouTube`

const byLowerCase = new Map(
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name.toLowerCase(), name]),
)

/** How a well-known name is written by those whose it is; undefined for any other word. */
export const knownName = (word: string): string | undefined => byLowerCase.get(word.toLowerCase())
