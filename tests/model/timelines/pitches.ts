import {
  ANA,
  accepted,
  answered,
  asking,
  days,
  free,
  hear,
  pass,
  refused,
  says,
  send,
  type Timeline,
} from '../script';

const noToThisPitch = answered(ANA, 'declined', { scope: 'this_pitch', pitch: 0 });
const noPitches = answered(ANA, 'declined', { scope: 'all_pitches' });
const wrongPerson = answered(ANA, 'wrong_person', { pitch: 0 });
const almostNinetyDays = pass(24 * 90 - 1);

/** A no to one pitch, to all pitches, and a wrong person (case 6). */
export const pitches: Timeline[] = [
  {
    name: 'a no to one pitch refuses another pitch an hour before 90 days',
    steps: [...noToThisPitch, almostNinetyDays],
    ask: asking(ANA, { pitch: 1, newFact: true }),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a no to one pitch refuses for 90 days even what carries no pitch',
    steps: [...noToThisPitch, almostNinetyDays],
    ask: asking(ANA),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a no to one pitch opens to another pitch exactly 90 days after it was recorded',
    steps: [...noToThisPitch, days(90)],
    ask: asking(ANA, { pitch: 1 }),
    expect: free('opening'),
  },
  {
    name: 'a no to one pitch closes that pitch for ever',
    steps: [...noToThisPitch, days(200), days(200)],
    ask: asking(ANA, { pitch: 0, newFact: true }),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a no to one pitch is about the pitch of the conversation where none was named',
    steps: [...answered(ANA, 'declined', { scope: 'this_pitch' }), days(90)],
    ask: asking(ANA, { pitch: 0 }),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a no to one pitch where none was ever carried closes for 90 days only',
    steps: [says(ANA), hear(0, 'declined', { scope: 'this_pitch' }), days(90)],
    ask: asking(ANA, { pitch: 0 }),
    expect: free('opening'),
  },
  {
    name: 'a no to one pitch where none was ever carried opens after 90 days to a message without one',
    steps: [says(ANA), hear(0, 'declined', { scope: 'this_pitch' }), days(90)],
    ask: asking(ANA),
    expect: free('opening'),
  },
  {
    name: 'a question heard meanwhile shortens the 90 days for nobody',
    steps: [
      ...noToThisPitch,
      days(1),
      says(ANA),
      hear(5, 'question'),
      send(ANA, { answers: 5 }),
      accepted(7),
      days(1),
      says(ANA),
      hear(10, 'other'),
      days(40),
    ],
    ask: asking(ANA, { pitch: 1 }),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a response after a no to one pitch is free without a pitch',
    steps: [...noToThisPitch, days(1), says(ANA), hear(5, 'other')],
    ask: asking(ANA, { answers: 5 }),
    expect: free('response'),
  },
  {
    name: 'a response after a no to one pitch may not carry the pitch of the conversation',
    steps: [...noToThisPitch, days(1), says(ANA), hear(5, 'question')],
    ask: asking(ANA, { answers: 5, pitch: 0 }),
    expect: refused('response', 'declined'),
  },
  {
    name: 'a no to one pitch refuses follow-ups even where policy allows them',
    policy: { followUpsNeverAnswered: 2, followUpsInConversation: 2 },
    steps: [
      ...noToThisPitch,
      days(1),
      says(ANA),
      hear(5, 'other'),
      send(ANA, { answers: 5 }),
      accepted(7),
      days(120),
    ],
    ask: asking(ANA, { pitch: 1, newFact: true }),
    expect: refused('follow_up', 'declined'),
  },
  {
    name: 'interest lifts a no to one pitch together with its 90 days',
    steps: [
      ...noToThisPitch,
      days(1),
      says(ANA),
      hear(5, 'interested'),
      send(ANA, { answers: 5 }),
      accepted(7),
      days(1),
      says(ANA),
      hear(10, 'other'),
    ],
    ask: asking(ANA, { pitch: 1 }),
    expect: free('opening'),
  },
  {
    name: 'a not-now makes a rest of a no to one pitch, and its day comes before the 90 days',
    steps: [...noToThisPitch, days(1), says(ANA), hear(5, 'later', { untilHours: 24 * 10 }), days(10)],
    ask: asking(ANA, { pitch: 0 }),
    expect: free('opening'),
  },
  {
    name: 'the 90 days run anew when the no is heard again',
    steps: [...noToThisPitch, days(30), hear(2, 'declined', { scope: 'this_pitch', pitch: 0 }), days(60)],
    ask: asking(ANA, { pitch: 1 }),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'somebody who wants no pitches may be written to without one at once',
    steps: noPitches,
    ask: asking(ANA),
    // The first pitchless message that names nothing is an opening; naming the no would thank.
    expect: free('opening'),
  },
  {
    name: 'somebody who wants no pitches is never offered one again',
    steps: [...noPitches, days(200), days(200)],
    ask: asking(ANA, { pitch: 1, newFact: true }),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'somebody who wants no pitches gets a response without one',
    steps: [...noPitches, days(1), says(ANA), hear(5, 'other')],
    ask: asking(ANA, { answers: 5 }),
    expect: free('response'),
  },
  {
    name: 'somebody who wants no pitches gets no response that carries one',
    steps: [...noPitches, days(1), says(ANA), hear(5, 'interested'), hear(5, 'question')],
    ask: asking(ANA, { answers: 5, pitch: 0 }),
    expect: refused('response', 'declined'),
  },
  {
    name: 'a wrong person is a reason of its own for 90 days',
    steps: [...wrongPerson, almostNinetyDays],
    ask: asking(ANA, { pitch: 1 }),
    expect: refused('opening', 'wrong_person'),
  },
  {
    name: 'a wrong person may be asked about something else after 90 days',
    steps: [...wrongPerson, days(90)],
    ask: asking(ANA, { pitch: 1 }),
    expect: free('opening'),
  },
  {
    name: 'a wrong person stays wrong for that pitch',
    steps: [...wrongPerson, days(200)],
    ask: asking(ANA, { pitch: 0, newFact: true }),
    expect: refused('opening', 'wrong_person'),
  },
  {
    name: 'a response to a wrong person carries no pitch',
    steps: [...wrongPerson, days(1), says(ANA), hear(5, 'question')],
    ask: asking(ANA, { answers: 5, pitch: 0 }),
    expect: refused('response', 'wrong_person'),
  },
  {
    name: 'interest of a wrong person lifts it',
    steps: [...wrongPerson, days(1), says(ANA), hear(5, 'interested')],
    ask: asking(ANA, { answers: 5, pitch: 0 }),
    expect: free('response'),
  },
  {
    name: 'a not-now of a wrong person makes a rest of it',
    steps: [...wrongPerson, days(1), says(ANA), hear(5, 'later', { untilHours: 24 * 10 })],
    ask: asking(ANA, { pitch: 1 }),
    expect: refused('opening', 'resting'),
  },
];
