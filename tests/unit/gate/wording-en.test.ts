import { describe, expect, it } from 'vitest';
import { refusals, type RefusalName } from './refusals';
import { readBoth } from './told';

// With their words and, where that differs, without. After the slash: who may lift it.
const told: Record<RefusalName, string | [string, string]> = {
  'left out': [
    'You can’t write to Ana. On 3 May Ana asked not to be written to again: “we’re all set, thanks”. It opens only if Ana asks you to write. / Once Ana has asked you to write, an owner can lift it with those words.',
    'You can’t write to Ana. On 3 May Ana asked not to be written to again. It opens only if Ana asks you to write. / Once Ana has asked you to write, an owner can lift it with those words.',
  ],
  'left out by hand': [
    'You can’t write to Ana. On 3 May somebody here noted that Ana wants no messages: “we’re all set, thanks”. It opens only if Ana asks you to write. / Once Ana has asked you to write, an owner can lift it with those words.',
    'You can’t write to Ana. On 3 May somebody here noted that Ana wants no messages. It opens only if Ana asks you to write. / Once Ana has asked you to write, an owner can lift it with those words.',
  ],
  complained:
    'You can’t write to Ana. On 3 May Ana reported a message of ours as unwanted. It opens only if Ana asks you to write. / Once Ana has asked you to write, an owner can lift it with those words.',
  unsubscribed:
    'You can’t write to Ana. On 3 May Ana unsubscribed. It opens only if Ana asks you to write. / Once Ana has asked you to write, an owner can lift it with those words.',
  'left out by import':
    'You can’t write to Ana. It came with the import of 3 May: Ana wants no messages. It opens only if Ana asks you to write. / Once Ana has asked you to write, an owner can lift it with those words.',
  'address closed by hand':
    'You can’t write to ana@marea.example. On 3 May it was put among the addresses that nobody here writes to. Ana may still be reached another way. / An owner can lift it, with a reason.',
  'domain closed by hand':
    'You can’t write to ana@marea.example. On 3 May its domain was put among those that nobody here writes to. Ana may still be reached another way. / An owner can lift it, with a reason.',
  'address on a list':
    'You can’t write to ana@marea.example. Since 3 May it is on a list not to be written to. Ana may still be reached another way. / An owner can lift it, with a reason.',
  bounced:
    'You can’t write to ana@marea.example. On 3 May a message came back: nobody receives there. Ana may still be reached another way. / An owner can lift it, with a reason.',
  'complained from there':
    'You can’t write to ana@marea.example. On 3 May a message of ours was reported from there as unwanted. Ana may still be reached another way. / An owner can lift it, with a reason.',
  erased:
    'You can’t write to ana@marea.example. Since 3 May it belongs to somebody whose data was erased here. It opens if that person writes. / An owner can lift it, with a reason.',
  retired:
    'You can’t write to ana@marea.example. It was taken from Ana on 3 May and is not used any more. Choose another address.',
  shared:
    'You can’t write to ana@marea.example. It belongs to somebody else and is only listed with Ana. Choose another address.',
  elsewhere:
    'You can’t write to this address. It is not an address of Ana’s on this channel. Choose another address.',
  'a no': [
    'You can’t write to Ana now. On 3 May Ana said: “we’re all set, thanks”. It opens if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t write to Ana now. On 3 May Ana said no. It opens if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'a no for everybody': [
    'You can’t write to Ana now. On 3 May Ana said no for everybody at Marea: “we’re all set, thanks”. It opens if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t write to Ana now. On 3 May Ana said no for everybody at Marea. It opens if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'a colleague’s no': [
    'You can’t write to anybody at Marea now. On 3 May Luis Vega said no for everybody there: “we’re all set, thanks”. It opens if Luis Vega shows interest. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t write to anybody at Marea now. On 3 May Luis Vega said no for everybody there. It opens if Luis Vega shows interest. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'no pitches': [
    'You can’t propose anything to Ana. On 3 May Ana asked for no more pitches: “we’re all set, thanks”. You may write without a pitch; pitches open if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t propose anything to Ana. On 3 May Ana asked for no more pitches. You may write without a pitch; pitches open if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'no pitches, their turn': [
    'You can’t write to Ana now. On 3 May Ana asked for no more pitches: “we’re all set, thanks”. You may write again once Ana has answered, and then without a pitch. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t write to Ana now. On 3 May Ana asked for no more pitches. You may write again once Ana has answered, and then without a pitch. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'no to a pitch': [
    'You can’t write to Ana before 14 September. On 3 May Ana said no to Second visit: “we’re all set, thanks”. From then on you may write about something else; sooner if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t write to Ana before 14 September. On 3 May Ana said no to Second visit. From then on you may write about something else; sooner if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'that pitch again': [
    'You can’t propose Second visit to Ana. On 3 May Ana said no to Second visit: “we’re all set, thanks”. It opens if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t propose Second visit to Ana. On 3 May Ana said no to Second visit. It opens if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'no to an unnamed pitch, their turn': [
    'You can’t write to Ana now. On 3 May Ana said no to what we proposed: “we’re all set, thanks”. It opens if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t write to Ana now. On 3 May Ana said no to what we proposed. It opens if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'a pitch in the answer': [
    'You can’t propose anything to Ana. On 3 May Ana said no to Second visit: “we’re all set, thanks”. You may answer without a pitch. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t propose anything to Ana. On 3 May Ana said no to Second visit. You may answer without a pitch. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'wrong person': [
    'You can’t write to Ana before 14 September. On 3 May Ana said that Second visit is for somebody else: “we’re all set, thanks”. From then on you may write about something else; sooner if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t write to Ana before 14 September. On 3 May Ana said that Second visit is for somebody else. From then on you may write about something else; sooner if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'a day they named': [
    'You can’t write to Ana before 14 September. On 3 May Ana said: “Not now. September?” From then on one message is free; sooner if Ana shows interest. / If it was misheard, an owner can hear it again, with a reason.',
    'You can’t write to Ana before 14 September. On 3 May Ana said: not now. From then on one message is free; sooner if Ana shows interest. / If it was misheard, an owner can hear it again, with a reason.',
  ],
  'no day named': [
    'You can’t write to Ana before 1 November. On 3 May Ana said: “we’re all set, thanks”. No day was named, so it rests for half a year. From then on one message is free if there is something new to say; sooner if Ana shows interest. / If it was misheard, an owner can hear it again, with a reason.',
    'You can’t write to Ana before 1 November. On 3 May Ana said: not now. No day was named, so it rests for half a year. From then on one message is free if there is something new to say; sooner if Ana shows interest. / If it was misheard, an owner can hear it again, with a reason.',
  ],
  'half a year later': [
    'You can’t write to Ana without something new. On 3 May Ana said: “we’re all set, thanks”. Half a year has passed. Say what is new, and one message is free. / If it was misheard, an owner can hear it again, with a reason.',
    'You can’t write to Ana without something new. On 3 May Ana said: not now. Half a year has passed. Say what is new, and one message is free. / If it was misheard, an owner can hear it again, with a reason.',
  ],
  'a colleague’s not-now': [
    'You can’t write to anybody at Marea before 14 September. On 3 May Luis Vega said for everybody there: “we’re all set, thanks”. It opens that day; sooner if Luis Vega shows interest. / If it was misheard, an owner can hear it again, with a reason.',
    'You can’t write to anybody at Marea before 14 September. On 3 May Luis Vega said for everybody there: not now. It opens that day; sooner if Luis Vega shows interest. / If it was misheard, an owner can hear it again, with a reason.',
  ],
  'our rest':
    'You can’t write to Ana before 1 November. On 3 May we decided to leave Ana in peace for a while. It opens that day, when Ana writes, or when you lift it. / Anybody here who writes can lift it.',
  unheard: [
    'You can’t write to Ana yet. On 3 May Ana said: “And what would it cost?” Nobody here has heard it yet. It opens once somebody has listened.',
    'You can’t write to Ana yet. Ana answered on 3 May. Nobody here has heard it yet. It opens once somebody has listened.',
  ],
  'three unheard': [
    'You can’t write to Ana yet. On 3 May Ana said: “we’re all set, thanks”. Nobody here has heard it yet; three replies are waiting. It opens once somebody has listened.',
    'You can’t write to Ana yet. Ana answered on 3 May. Nobody here has heard it yet; three replies are waiting. It opens once somebody has listened.',
  ],
  'unheard, from somebody else’s address': [
    'You can’t write to Ana yet. On 3 May Björn Dahl said: “I take care of that”. Nobody here has heard it yet. It opens once somebody has listened.',
    'You can’t write to Ana yet. Björn Dahl answered on 3 May. Nobody here has heard it yet. It opens once somebody has listened.',
  ],
  'unheard, and answered from elsewhere': [
    'You can’t write to Ana yet. On 3 May Ana said: “And what would it cost?” Nobody here has heard it yet. We answered on 20 May: once somebody has listened, it is Ana’s turn.',
    'You can’t write to Ana yet. Ana answered on 3 May. Nobody here has heard it yet. We answered on 20 May: once somebody has listened, it is Ana’s turn.',
  ],
  'unheard, and what was said before it answered': [
    'You can’t write to Ana yet. On 3 May Ana said: “And what would it cost?” Nobody here has heard it yet. It opens once somebody has listened. And our last message is unanswered.',
    'You can’t write to Ana yet. Ana answered on 3 May. Nobody here has heard it yet. It opens once somebody has listened. And our last message is unanswered.',
  ],
  'a no by somebody else’s address': [
    'You can’t write to Ana now. On 3 May Björn Dahl said: “we’re all set, thanks”. It opens if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t write to Ana now. On 3 May Björn Dahl said no. It opens if Ana shows interest. / If it was never said, an owner can withdraw it, with a reason.',
  ],
  'left out by hand, from somebody else’s address': [
    'You can’t write to Ana. On 3 May somebody here noted that Ana wants no messages: “we’re all set, thanks”. It opens only if Ana asks you to write. / Once Ana has asked you to write, an owner can lift it with those words.',
    'You can’t write to Ana. On 3 May somebody here noted that Ana wants no messages. It opens only if Ana asks you to write. / Once Ana has asked you to write, an owner can lift it with those words.',
  ],
  owed: [
    'You can’t start anything new with Ana yet. On 3 May Ana said: “And what would it cost?” That still waits for an answer. Answer that first.',
    'You can’t start anything new with Ana yet. What Ana said on 3 May still waits for an answer. Answer that first.',
  ],
  'two owed': [
    'You can’t start anything new with Ana yet. On 3 May Ana said: “we’re all set, thanks”. That still waits for an answer, and so does what came before. Answer that first.',
    'You can’t start anything new with Ana yet. What Ana said on 3 May still waits for an answer, and so does what came before. Answer that first.',
  ],
  silence:
    'You can’t write to Ana now. Our message of 3 May is still unanswered. It opens when Ana answers, on any channel. / Silence does not lapse. An owner can make an exception for one message, with something new to say.',
  'long silence':
    'You can’t write to Ana now. Our last three messages are unanswered, the latest since 3 May. It opens when Ana answers, on any channel. / Silence does not lapse. An owner can make an exception for one message, with something new to say.',
  'one more, later':
    'You can’t write to Ana now. Our message of 3 May is still unanswered. One more message is possible from 14 September on.',
  'one more, later, with news':
    'You can’t write to Ana now. Our message of 3 May is still unanswered. One more message is possible from 14 September on, if you say what is new.',
  'one more, with news':
    'You can’t write to Ana now. Our message of 3 May is still unanswered. One more message is possible if you say what is new.',
  ended:
    'You can’t write to Ana before 14 September. The conversation ended on 3 May. It opens sooner if Ana writes. / An owner can make an exception for one message, with something new to say.',
  'an uninvited pitch':
    'You can’t propose anything to Ana. Ana has never said a word to us, and nothing here says how we met. You may write without a pitch; pitches open when Ana answers, or once it is noted where we met or who introduced us. / The team’s policy asks for this; an owner can change it.',
  'a colleague’s conversation':
    'You can’t write to Ana now. Marc is in conversation with Ana; the last word was on 3 May. It opens when Marc hands the conversation over or marks it done, and otherwise on 14 September. / Marc can hand it over, and so can an owner.',
  'six unheard elsewhere':
    'You can’t start anything new with Ana yet. Six people have waited more than a working day for you to listen. It opens once you have caught up. / An owner can make an exception for one message, with something new to say.',
  'a question too old':
    'You can’t start anything new with Ana yet. A question has waited five working days for your answer. It opens once you have caught up. / An owner can make an exception for one message, with something new to say.',
  'six unheard and two questions':
    'You can’t start anything new with Ana yet. Six people have waited more than a working day for you to listen, and two have waited five for an answer. It opens once you have caught up. / An owner can make an exception for one message, with something new to say.',
  'nobody looked':
    'You can’t write to Ana yet. Ana may have answered: you have not looked on LinkedIn and in the mail in the last 24 hours. It opens once you have looked. / An owner can make an exception for one message, with something new to say.',
  'the mailbox is unread':
    'You can’t write to Ana yet. Ana may have answered: the mailbox where it would arrive has not been read to its end within the hour. It opens once it has been read. / An owner can make an exception for one message, with something new to say.',
  'neither looked nor read':
    'You can’t write to Ana yet. Ana may have answered: you have not looked on X in the last 24 hours, and the mailbox has not been read to its end within the hour. It opens once both are done. / An owner can make an exception for one message, with something new to say.',
  'many reasons': [
    'You can’t write to Ana now. On 3 May Ana said: “we’re all set, thanks”. It opens if Ana shows interest. And a no for all of Marea stands, we decided to leave Ana in peace and a reply waits to be heard. / If it was never said, an owner can withdraw it, with a reason.',
    'You can’t write to Ana now. On 3 May Ana said no. It opens if Ana shows interest. And a no for all of Marea stands, we decided to leave Ana in peace and a reply waits to be heard. / If it was never said, an owner can withdraw it, with a reason.',
  ],
};

describe('a refusal in English', () => {
  it.each(Object.entries(refusals))('%s', (name, { reasons, ...rest }) => {
    const purpose = 'purpose' in rest ? rest.purpose : undefined;
    const expected = Object.entries(told).find(([one]) => one === name)?.[1];
    expect(readBoth('en', reasons, purpose)).toEqual(expected);
  });
});
