// Registrable domains at which anybody gets a mailbox: sharing one says nothing about where somebody belongs.
const freeMail = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com yahoo.com ymail.com rocketmail.com
  aol.com icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io
  tuta.com gmx.com gmx.net gmx.de gmx.at gmx.ch gmx.es web.de freenet.de t-online.de posteo.de posteo.net mailbox.org
  mail.com email.com usa.com zoho.com zohomail.com zohomail.eu yandex.com yandex.ru ya.ru mail.ru inbox.ru list.ru bk.ru
  rambler.ru fastmail.com fastmail.fm hey.com duck.com hushmail.com riseup.net disroot.org runbox.com kolabnow.com
  startmail.com mailfence.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it virgilio.it
  alice.it tiscali.it tin.it terra.es telefonica.net ya.com movistar.es sapo.pt bol.com.br uol.com.br terra.com.br
  ig.com.br wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz btinternet.com sky.com virginmedia.com talktalk.net
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net shaw.ca rogers.com sympatico.ca
  bigpond.com optusnet.com.au xtra.co.nz qq.com foxmail.com 163.com 126.com yeah.net sina.com sohu.com naver.com
  daum.net hanmail.net nate.com rediffmail.com bluewin.ch telenet.be skynet.be ziggo.nl planet.nl kpnmail.nl
  online.no telia.com abv.bg ukr.net mail.ee inbox.lv walla.co.il`
    .split(/\s+/)
    .filter((domain) => domain !== ''),
);

// The big ones come in every country: yahoo.co.uk, hotmail.fr, outlook.es, live.com.mx.
const everywhere = /^(yahoo|ymail|hotmail|outlook|live|msn|gmx|yandex)\.[a-z]{2,3}(\.[a-z]{2})?$/;

/** Whether anybody gets a mailbox at this registrable domain. */
export function isFreeMail(domain: string): boolean {
  return freeMail.has(domain) || everywhere.test(domain);
}
