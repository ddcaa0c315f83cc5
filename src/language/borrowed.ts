const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '))

/** Units and signs in lower case, as they stand after a number. */
const units =
  'km cm mm nm kg mg ml cc kcal cal kw kwh mah ghz mhz khz hz kbps mbps gbps ppm ppb rpm bpm dpi fps psi px pt em rem sec min hr hrs oz lb lbs ft mph pm am'

/**
 * Words that people writing in other scripts leave in Latin letters on purpose, in any kind of text. Curated by hand:
 * things of the web and of everyday life that have no other spelling, and signs such as `vs`.
 */
export const everywhere = words(
  units,
  'vs feat ft with etc aka via ver vol vlog blog app apps web www http https email e-mail mail wifi wi-fi online offline',
  'ok okay no yes hi bye hello wow lol omg ps tip tips tmi diy faq seo url pdf jpg jpeg png gif zip mp3 mp4 csv html css',
  'ai it tv pc id cd dvd usb led lcd gps sns sms dm cctv vip mvp etf ceo cfo cto dj mc pd iphone ipad ios mac android',
  'youtube google naver kakao daum facebook twitter instagram tiktok netflix amazon apple samsung microsoft windows',
  'ebay paypal linkedin reddit github wikipedia telegram whatsapp wechat line zoom slack discord notion tistory',
  'info kimp logo cafe dot com org net kr jp cn co uk',
)

/**
 * Words at home in technical writing in every language, although they are ordinary English words too. They count only
 * in posts about technology.
 */
export const technicalUse = words(
  'adapter bundler collector drill intern issue mailing mediator mention scaffold shake squash ticket track trail trunk thread plot follower kernel',
  'abort abstract accept access account action active actor add address admin agent alert alias align allocate allow',
  'analysis anchor animation annotation anonymous answer api append apply approve archive argument array art artifact',
  'assert assign async attach attack attribute audit author auto await back backend background backup badge balance',
  'bank bar base bash basic batch beam bean benchmark best beta big bin binary bind bit black block body bold book',
  'boot bootstrap border bot bottom bound boundary box branch break bridge browser bucket buffer bug build builder',
  'bundle bus button bypass byte cache call callback camel cancel canvas capture card case cast catch category cell',
  'center chain change changelog channel char character chart chat check checkbox checker checkout child choice class clean',
  'clear click client clipboard clock clone close closure cloud cluster code collection color column command comment',
  'commit common community company compare compile compiler complete component compose computer concept config configuration',
  'connect connection console constant constraint constructor consumer container content context contract contribute control controller convert',
  'cookie copy core count counter cover crash create cross crypto current cursor custom daemon dash dashboard data',
  'database date deadlock debug debugger declare decorator deep default delay delete deliver delta demo denial dependency deploy',
  'deprecated depth describe description design desktop detail develop developer device dialog dictionary diff digest dimension dir direct directory disable',
  'disk dispatch display distributed division document domain done double down download draft driver drop dump duplicate dynamic early',
  'echo edge edit editor effect element embed emit empty enable encode encoding end endpoint engine entity entry enum',
  'environment equal error escape evaluate event example exception exchange exec execute exit expand expect experience export expression extend',
  'extension external extra factory fail failure fallback false family fast fatal feature feed feedback fetch field file',
  'fill filter final finally find finder fire first fix fixed flag flash flat flex flow flush focus folder follow font',
  'footer force foreign fork form format forward frame framework free frequency friend from front full function functional future garbage',
  'gateway general generate generator generic get git global go goal graph great green grid group guard guest guide hack',
  'handle handler hash head header heap hello help helper hidden high history hit hold home homepage hook host hot hover',
  'hybrid icon idea identity idle image immutable implement implementation import include index info inherit init initial inject inline inner input insert',
  'inspect install installer instance instruction int integer integration interface internal interpreter interval invoke iterator job join journal jump just kernel key',
  'keyboard keyword kill kind knit label lambda language large last latency latest layer layout lazy leader leak learn learning left length level library',
  'license life light like limit line link linker linux list listen listener literal live load loader local location lock log logger',
  'logic login logout long look lookup loop low machine macro magic main major make manage manager manifest manual map mapper mapping',
  'mark marker markdown mask master match matrix max media member memo memory menu merge message meta metadata method metric middle migration mind mini',
  'minimum minor mirror mix mobile mock mode model modern modify module monitor mono monster month mount mouse move multi mutex name namespace native',
  'navigation nest network new news next nice night node noise none normal not note notebook notes notice notification null number object offer office offset',
  'old once open operation operator optimize option optional order origin original other out outer output over overflow overhead override overview owner pack',
  'package packet page pair panel paper parallel param parameter parent parse parser part partial partition party pass password paste patch path pattern pause',
  'payload peer pending perfect performance permission persistent person phase phone pick pin ping pipe pipeline pixel plain plan platform play player plot plugin',
  'point pointer policy poll pool pop port position positional positive post power practice pragma prefix premium prepare present preview previous primary',
  'prime primitive print printer priority private problem procedure process processor producer product production profile profiler program project promise prompt',
  'property proposal protect protocol prototype provider proxy public publish pull pure purple push put python quality query queue quick quiet quote race',
  'random range rank rate raw react read reader real realtime reason rebase rebuild receive record recursive redirect reduce refactor refactoring refer reference reflection',
  'refresh regex region register registry regular reject relation release releases reload remote remove rename render repeat replace replica reply report repository request',
  'require reset resize resolve resource response rest restart restore result resume retry return reverse revert review rich right ring role rollback roll root',
  'round route router routing row rule run runner runtime safe sample save scale scan scanner schedule scheduler schema scope score scrap screen script scroll search',
  'second secret section secure security seed seek segment select selector self semantic send sender sequence serial serialize server serverless service session set setter',
  'setting settings setup shadow shape share shared shell shift shutdown short shortcut show side sign signal signature simple simulator single singleton site size skeleton',
  'skip sleep slice slide slider slot slow smart snap snapshot snippet social socket soft software sort source space spam span spark spawn special spec specification',
  'speed spin split sponsor spread sprint square stable stack staff stage stamp standard star start starter state statement static station statistics stats status step stop storage',
  'store story strategy stream streaming strict string strong struct structure student studio style stub stuff style submit subnet subscribe subscription suffix suite sum super',
  'support suspend swap swift switch symbol sync synchronous syntax system tab table tag tail talk target task team template temporary tensor term terminal test tester testing text',
  'theme thin think thread throttle throw throughput tick ticket tight tile time timeline timeout timer timestamp title today todo toggle token tool toolbar tools tooltip top topic',
  'total touch trace track tracker trade traffic train transaction transfer transform transition translate transport trap travel tree trend trigger trim true trust try tune',
  'tuple tutorial type typing under undo union unique unit universal unknown unlock unpack until update upgrade upload upstream usage use user utility valid validate validation validator value',
  'values variable variables variant vector vendor verbose version view viewer virtual vision visit visitor visual void volume wait walk wallet warning watch watcher way web webmaster weight',
  'while white wide widget width win window wire with without word work worker workflow workspace world wrap wrapper write writer zero zone zoom',
)

/** Words that people mix into running text of one language, in any kind of text. */
export const byLanguage: Readonly<Record<string, ReadonlySet<string>>> = {
  ko: words('the best new live hot show time big pick girl boy love you me my day star talk home shop mall bar pub'),
  ja: words('sale new open free live best the of and feat cm kawaii'),
  zh: words(
    'happy high low out in cool hold offer case party show call boss team leader baby sorry size part time kiss bye cue ppt word excel man girl boy fashion style feel get point low plus shopping fans fan social english chinese blog homework paper project deadline presentation sir madam game over logo bug flag idea mall email review coffee brunch feedback follower friend enjoy schedule',
  ),
  ru: words('must have make sense the of'),
}
