'use client';

import './globals.css';

/** Only when the root layout itself failed, so it has neither language nor fonts: both languages, plainly. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Earshot</title>
        <main className="desk-main">
          <div role="alert" className="max-w-measure">
            <header className="page-title">
              <h1>Something broke on our side.</h1>
            </header>
            <p className="lede">
              This page could not be shown. That by itself sent nothing, and what was saved before is safe. If
              it happens again, the server’s log says why.
            </p>
            <p className="lede" lang="es">
              Algo ha fallado por nuestra parte y esta página no se ha podido mostrar. Eso, por sí solo, no ha
              enviado nada, y lo que ya estaba guardado sigue a salvo. Si se repite, el registro del servidor
              dice por qué.
            </p>
            <p className="mt-5">
              <button type="button" className="btn" data-variant="first" onClick={retry}>
                Try again · <span lang="es">Probar otra vez</span>
              </button>
            </p>
          </div>
        </main>
      </body>
    </html>
  );
}
