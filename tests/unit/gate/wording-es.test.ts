import { describe, expect, it } from 'vitest';
import { refusals, type RefusalName } from './refusals';
import { readBoth } from './told';

// With their words and, where that differs, without. After the slash: who may lift it.
const told: Record<RefusalName, string | [string, string]> = {
  'left out': [
    'No puedes escribir a Ana. El 3 de mayo Ana pidió que no se le escribiera más: «we’re all set, thanks». Solo se abre si Ana pide que le escribas. / Cuando Ana haya pedido que le escribas, una persona responsable puede levantarlo citando esas palabras.',
    'No puedes escribir a Ana. El 3 de mayo Ana pidió que no se le escribiera más. Solo se abre si Ana pide que le escribas. / Cuando Ana haya pedido que le escribas, una persona responsable puede levantarlo citando esas palabras.',
  ],
  'left out by hand': [
    'No puedes escribir a Ana. El 3 de mayo alguien del equipo anotó que Ana no quiere mensajes: «we’re all set, thanks». Solo se abre si Ana pide que le escribas. / Cuando Ana haya pedido que le escribas, una persona responsable puede levantarlo citando esas palabras.',
    'No puedes escribir a Ana. El 3 de mayo alguien del equipo anotó que Ana no quiere mensajes. Solo se abre si Ana pide que le escribas. / Cuando Ana haya pedido que le escribas, una persona responsable puede levantarlo citando esas palabras.',
  ],
  complained:
    'No puedes escribir a Ana. El 3 de mayo Ana marcó un mensaje nuestro como no deseado. Solo se abre si Ana pide que le escribas. / Cuando Ana haya pedido que le escribas, una persona responsable puede levantarlo citando esas palabras.',
  unsubscribed:
    'No puedes escribir a Ana. El 3 de mayo Ana se dio de baja. Solo se abre si Ana pide que le escribas. / Cuando Ana haya pedido que le escribas, una persona responsable puede levantarlo citando esas palabras.',
  'left out by import':
    'No puedes escribir a Ana. Así venía en la importación del 3 de mayo: Ana no quiere mensajes. Solo se abre si Ana pide que le escribas. / Cuando Ana haya pedido que le escribas, una persona responsable puede levantarlo citando esas palabras.',
  'address closed by hand':
    'No puedes escribir a ana@marea.example. El 3 de mayo se añadió a las direcciones que aquí no reciben mensajes. Quizá se pueda llegar a Ana por otro camino. / Una persona responsable puede levantarlo, con un motivo.',
  'domain closed by hand':
    'No puedes escribir a ana@marea.example. El 3 de mayo su dominio se añadió a los que aquí no reciben mensajes. Quizá se pueda llegar a Ana por otro camino. / Una persona responsable puede levantarlo, con un motivo.',
  'address on a list':
    'No puedes escribir a ana@marea.example. Desde el 3 de mayo está en una lista de direcciones a las que no se escribe. Quizá se pueda llegar a Ana por otro camino. / Una persona responsable puede levantarlo, con un motivo.',
  bounced:
    'No puedes escribir a ana@marea.example. El 3 de mayo un mensaje vino devuelto: allí ya no lo recibe nadie. Quizá se pueda llegar a Ana por otro camino. / Una persona responsable puede levantarlo, con un motivo.',
  'complained from there':
    'No puedes escribir a ana@marea.example. El 3 de mayo marcaron allí un mensaje nuestro como no deseado. Quizá se pueda llegar a Ana por otro camino. / Una persona responsable puede levantarlo, con un motivo.',
  erased:
    'No puedes escribir a ana@marea.example. Desde el 3 de mayo es de alguien cuyos datos se borraron aquí. Se abre si esa persona escribe. / Una persona responsable puede levantarlo, con un motivo.',
  retired:
    'No puedes escribir a ana@marea.example. Se le retiró a Ana el 3 de mayo y ya no se usa. Elige otra dirección.',
  shared:
    'No puedes escribir a ana@marea.example. Es de otra persona; con Ana solo está apuntada. Elige otra dirección.',
  elsewhere:
    'No puedes escribir a esta dirección. No es una dirección de Ana en este canal. Elige otra dirección.',
  'a no': [
    'Ahora no puedes escribir a Ana. El 3 de mayo Ana dijo: «we’re all set, thanks». Se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'Ahora no puedes escribir a Ana. El 3 de mayo Ana dijo que no. Se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'a no for everybody': [
    'Ahora no puedes escribir a Ana. El 3 de mayo Ana dijo que no en nombre de Marea: «we’re all set, thanks». Se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'Ahora no puedes escribir a Ana. El 3 de mayo Ana dijo que no en nombre de Marea. Se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'a colleague’s no': [
    'Ahora no puedes escribir a nadie de Marea. El 3 de mayo Luis Vega dijo que no en nombre de toda su organización: «we’re all set, thanks». Se abre si Luis Vega dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'Ahora no puedes escribir a nadie de Marea. El 3 de mayo Luis Vega dijo que no en nombre de toda su organización. Se abre si Luis Vega dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'no pitches': [
    'No puedes proponer nada a Ana. El 3 de mayo Ana pidió que no se le propusiera nada más: «we’re all set, thanks». Puedes escribirle sin proponer nada; lo demás se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'No puedes proponer nada a Ana. El 3 de mayo Ana pidió que no se le propusiera nada más. Puedes escribirle sin proponer nada; lo demás se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'no pitches, their turn': [
    'Ahora no puedes escribir a Ana. El 3 de mayo Ana pidió que no se le propusiera nada más: «we’re all set, thanks». Podrás volver a escribir cuando Ana responda, y entonces sin proponer nada. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'Ahora no puedes escribir a Ana. El 3 de mayo Ana pidió que no se le propusiera nada más. Podrás volver a escribir cuando Ana responda, y entonces sin proponer nada. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'no to a pitch': [
    'No puedes escribir a Ana hasta el 14 de septiembre. El 3 de mayo Ana dijo que no a Second visit: «we’re all set, thanks». A partir de entonces puedes escribirle sobre otra cosa; antes, si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'No puedes escribir a Ana hasta el 14 de septiembre. El 3 de mayo Ana dijo que no a Second visit. A partir de entonces puedes escribirle sobre otra cosa; antes, si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'that pitch again': [
    'No puedes proponer Second visit a Ana. El 3 de mayo Ana dijo que no a Second visit: «we’re all set, thanks». Se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'No puedes proponer Second visit a Ana. El 3 de mayo Ana dijo que no a Second visit. Se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'no to an unnamed pitch, their turn': [
    'Ahora no puedes escribir a Ana. El 3 de mayo Ana dijo que no a lo que propusimos: «we’re all set, thanks». Se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'Ahora no puedes escribir a Ana. El 3 de mayo Ana dijo que no a lo que propusimos. Se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'a pitch in the answer': [
    'No puedes proponer nada a Ana. El 3 de mayo Ana dijo que no a Second visit: «we’re all set, thanks». Puedes responder sin proponer nada. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'No puedes proponer nada a Ana. El 3 de mayo Ana dijo que no a Second visit. Puedes responder sin proponer nada. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'wrong person': [
    'No puedes escribir a Ana hasta el 14 de septiembre. El 3 de mayo Ana dijo que Second visit es cosa de otra persona: «we’re all set, thanks». A partir de entonces puedes escribirle sobre otra cosa; antes, si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'No puedes escribir a Ana hasta el 14 de septiembre. El 3 de mayo Ana dijo que Second visit es cosa de otra persona. A partir de entonces puedes escribirle sobre otra cosa; antes, si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'a day they named': [
    'No puedes escribir a Ana hasta el 14 de septiembre. El 3 de mayo Ana dijo: «Not now. September?». A partir de entonces puedes enviar un mensaje; antes, si Ana dice que le interesa. / Si se entendió mal, una persona responsable puede volver a escucharlo, con un motivo.',
    'No puedes escribir a Ana hasta el 14 de septiembre. El 3 de mayo Ana dijo que ahora no. A partir de entonces puedes enviar un mensaje; antes, si Ana dice que le interesa. / Si se entendió mal, una persona responsable puede volver a escucharlo, con un motivo.',
  ],
  'no day named': [
    'No puedes escribir a Ana hasta el 1 de noviembre. El 3 de mayo Ana dijo: «we’re all set, thanks». No dio fecha, así que descansa medio año. A partir de entonces puedes enviar un mensaje si hay algo nuevo que contar; antes, si Ana dice que le interesa. / Si se entendió mal, una persona responsable puede volver a escucharlo, con un motivo.',
    'No puedes escribir a Ana hasta el 1 de noviembre. El 3 de mayo Ana dijo que ahora no. No dio fecha, así que descansa medio año. A partir de entonces puedes enviar un mensaje si hay algo nuevo que contar; antes, si Ana dice que le interesa. / Si se entendió mal, una persona responsable puede volver a escucharlo, con un motivo.',
  ],
  'half a year later': [
    'No puedes escribir a Ana si no hay nada nuevo que contar. El 3 de mayo Ana dijo: «we’re all set, thanks». Ya ha pasado medio año. Di qué hay de nuevo y podrás enviar un mensaje. / Si se entendió mal, una persona responsable puede volver a escucharlo, con un motivo.',
    'No puedes escribir a Ana si no hay nada nuevo que contar. El 3 de mayo Ana dijo que ahora no. Ya ha pasado medio año. Di qué hay de nuevo y podrás enviar un mensaje. / Si se entendió mal, una persona responsable puede volver a escucharlo, con un motivo.',
  ],
  'a colleague’s not-now': [
    'No puedes escribir a nadie de Marea hasta el 14 de septiembre. El 3 de mayo Luis Vega dijo en nombre de toda su organización: «we’re all set, thanks». Se abre ese día; antes, si Luis Vega dice que le interesa. / Si se entendió mal, una persona responsable puede volver a escucharlo, con un motivo.',
    'No puedes escribir a nadie de Marea hasta el 14 de septiembre. El 3 de mayo Luis Vega dijo en nombre de toda su organización que ahora no. Se abre ese día; antes, si Luis Vega dice que le interesa. / Si se entendió mal, una persona responsable puede volver a escucharlo, con un motivo.',
  ],
  'our rest':
    'No puedes escribir a Ana hasta el 1 de noviembre. El 3 de mayo decidimos dejar en paz a Ana durante un tiempo. Se abre ese día, cuando Ana escriba o cuando tú quieras. / Puede levantarlo cualquiera del equipo que pueda escribir.',
  unheard: [
    'Todavía no puedes escribir a Ana. El 3 de mayo Ana dijo: «And what would it cost?». Aquí nadie lo ha escuchado todavía. Se abre en cuanto alguien lo escuche.',
    'Todavía no puedes escribir a Ana. Ana respondió el 3 de mayo. Aquí nadie lo ha escuchado todavía. Se abre en cuanto alguien lo escuche.',
  ],
  'three unheard': [
    'Todavía no puedes escribir a Ana. El 3 de mayo Ana dijo: «we’re all set, thanks». Aquí nadie lo ha escuchado todavía; hay tres respuestas esperando. Se abre en cuanto alguien lo escuche.',
    'Todavía no puedes escribir a Ana. Ana respondió el 3 de mayo. Aquí nadie lo ha escuchado todavía; hay tres respuestas esperando. Se abre en cuanto alguien lo escuche.',
  ],
  'unheard, from somebody else’s address': [
    'Todavía no puedes escribir a Ana. El 3 de mayo Björn Dahl dijo: «I take care of that». Aquí nadie lo ha escuchado todavía. Se abre en cuanto alguien lo escuche.',
    'Todavía no puedes escribir a Ana. Björn Dahl respondió el 3 de mayo. Aquí nadie lo ha escuchado todavía. Se abre en cuanto alguien lo escuche.',
  ],
  'unheard, and answered from elsewhere': [
    'Todavía no puedes escribir a Ana. El 3 de mayo Ana dijo: «And what would it cost?». Aquí nadie lo ha escuchado todavía. Le contestamos el 20 de mayo: en cuanto alguien lo escuche, le toca a Ana.',
    'Todavía no puedes escribir a Ana. Ana respondió el 3 de mayo. Aquí nadie lo ha escuchado todavía. Le contestamos el 20 de mayo: en cuanto alguien lo escuche, le toca a Ana.',
  ],
  'unheard, and what was said before it answered': [
    'Todavía no puedes escribir a Ana. El 3 de mayo Ana dijo: «And what would it cost?». Aquí nadie lo ha escuchado todavía. Se abre en cuanto alguien lo escuche. Y además nuestro último mensaje sigue sin respuesta.',
    'Todavía no puedes escribir a Ana. Ana respondió el 3 de mayo. Aquí nadie lo ha escuchado todavía. Se abre en cuanto alguien lo escuche. Y además nuestro último mensaje sigue sin respuesta.',
  ],
  'a no by somebody else’s address': [
    'Ahora no puedes escribir a Ana. El 3 de mayo Björn Dahl dijo: «we’re all set, thanks». Se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'Ahora no puedes escribir a Ana. El 3 de mayo Björn Dahl dijo que no. Se abre si Ana dice que le interesa. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
  'left out by hand, from somebody else’s address': [
    'No puedes escribir a Ana. El 3 de mayo alguien del equipo anotó que Ana no quiere mensajes: «we’re all set, thanks». Solo se abre si Ana pide que le escribas. / Cuando Ana haya pedido que le escribas, una persona responsable puede levantarlo citando esas palabras.',
    'No puedes escribir a Ana. El 3 de mayo alguien del equipo anotó que Ana no quiere mensajes. Solo se abre si Ana pide que le escribas. / Cuando Ana haya pedido que le escribas, una persona responsable puede levantarlo citando esas palabras.',
  ],
  owed: [
    'Todavía no puedes empezar nada nuevo con Ana. El 3 de mayo Ana dijo: «And what would it cost?». Eso sigue esperando respuesta. Primero, responde a eso.',
    'Todavía no puedes empezar nada nuevo con Ana. Lo que Ana dijo el 3 de mayo sigue esperando respuesta. Primero, responde a eso.',
  ],
  'two owed': [
    'Todavía no puedes empezar nada nuevo con Ana. El 3 de mayo Ana dijo: «we’re all set, thanks». Eso sigue esperando respuesta, y lo anterior también. Primero, responde a eso.',
    'Todavía no puedes empezar nada nuevo con Ana. Lo que Ana dijo el 3 de mayo sigue esperando respuesta, y lo anterior también. Primero, responde a eso.',
  ],
  silence:
    'Ahora no puedes escribir a Ana. Nuestro mensaje del 3 de mayo sigue sin respuesta. Se abre cuando Ana responda, por cualquier canal. / El silencio no caduca. Una persona responsable puede hacer una excepción para un solo mensaje, con algo nuevo que contar.',
  'long silence':
    'Ahora no puedes escribir a Ana. Nuestros últimos tres mensajes siguen sin respuesta; el más reciente es del 3 de mayo. Se abre cuando Ana responda, por cualquier canal. / El silencio no caduca. Una persona responsable puede hacer una excepción para un solo mensaje, con algo nuevo que contar.',
  'one more, later':
    'Ahora no puedes escribir a Ana. Nuestro mensaje del 3 de mayo sigue sin respuesta. Puedes enviar uno más a partir del 14 de septiembre.',
  'one more, later, with news':
    'Ahora no puedes escribir a Ana. Nuestro mensaje del 3 de mayo sigue sin respuesta. Puedes enviar uno más a partir del 14 de septiembre, si dices qué hay de nuevo.',
  'one more, with news':
    'Ahora no puedes escribir a Ana. Nuestro mensaje del 3 de mayo sigue sin respuesta. Puedes enviar uno más si dices qué hay de nuevo.',
  ended:
    'No puedes escribir a Ana hasta el 14 de septiembre. La conversación terminó el 3 de mayo. Se abre antes si Ana escribe. / Una persona responsable puede hacer una excepción para un solo mensaje, con algo nuevo que contar.',
  'an uninvited pitch':
    'No puedes proponer nada a Ana. Ana nunca nos ha dicho nada, y aquí no consta cómo nos conocimos. Puedes escribirle sin proponer nada; lo demás se abre cuando Ana responda, o en cuanto conste dónde nos conocimos o quién nos presentó. / Así lo ha decidido el equipo; una persona responsable puede cambiarlo.',
  'a colleague’s conversation':
    'Ahora no puedes escribir a Ana. Marc está en conversación con Ana; lo último se dijo el 3 de mayo. Se abre cuando Marc ceda la conversación o la dé por terminada; si no, el 14 de septiembre. / Marc puede ceder la conversación, y también una persona responsable.',
  'six unheard elsewhere':
    'Todavía no puedes empezar nada nuevo con Ana. Seis personas llevan más de un día laborable esperando a que las escuches. Se abre en cuanto te pongas al día. / Una persona responsable puede hacer una excepción para un solo mensaje, con algo nuevo que contar.',
  'a question too old':
    'Todavía no puedes empezar nada nuevo con Ana. Una pregunta lleva cinco días laborables esperando tu respuesta. Se abre en cuanto te pongas al día. / Una persona responsable puede hacer una excepción para un solo mensaje, con algo nuevo que contar.',
  'six unheard and two questions':
    'Todavía no puedes empezar nada nuevo con Ana. Seis personas llevan más de un día laborable esperando a que las escuches, y dos llevan cinco esperando tu respuesta. Se abre en cuanto te pongas al día. / Una persona responsable puede hacer una excepción para un solo mensaje, con algo nuevo que contar.',
  'nobody looked':
    'Todavía no puedes escribir a Ana. Puede que Ana haya respondido: llevas más de 24 horas sin mirar en LinkedIn y en el correo. Se abre en cuanto hayas mirado. / Una persona responsable puede hacer una excepción para un solo mensaje, con algo nuevo que contar.',
  'the mailbox is unread':
    'Todavía no puedes escribir a Ana. Puede que Ana haya respondido: el buzón al que llegaría no se ha leído hasta el final en la última hora. Se abre en cuanto se haya leído. / Una persona responsable puede hacer una excepción para un solo mensaje, con algo nuevo que contar.',
  'neither looked nor read':
    'Todavía no puedes escribir a Ana. Puede que Ana haya respondido: llevas más de 24 horas sin mirar en X, y el buzón no se ha leído hasta el final en la última hora. Se abre en cuanto se haga lo uno y lo otro. / Una persona responsable puede hacer una excepción para un solo mensaje, con algo nuevo que contar.',
  'many reasons': [
    'Ahora no puedes escribir a Ana. El 3 de mayo Ana dijo: «we’re all set, thanks». Se abre si Ana dice que le interesa. Y además sigue en pie un no de toda Marea, decidimos dejar en paz a Ana y hay una respuesta por escuchar. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
    'Ahora no puedes escribir a Ana. El 3 de mayo Ana dijo que no. Se abre si Ana dice que le interesa. Y además sigue en pie un no de toda Marea, decidimos dejar en paz a Ana y hay una respuesta por escuchar. / Si nunca se dijo, una persona responsable puede retirarlo, con un motivo.',
  ],
};

describe('a refusal in Spanish', () => {
  it.each(Object.entries(refusals))('%s', (name, { reasons, ...rest }) => {
    const purpose = 'purpose' in rest ? rest.purpose : undefined;
    const expected = Object.entries(told).find(([one]) => one === name)?.[1];
    expect(readBoth('es', reasons, purpose)).toEqual(expected);
  });
});
