type Take = (event: string, data: unknown) => void;

/** Reads server-sent events from text that arrives in pieces. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function createEventReader(take: Take): (text: string) => void {
    let rest = '';
    return (text) => {
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop()!;
        for (const block of blocks) {
            const event = /^event: ?(.+)$/m.exec(block)?.[1];
            const data = /^data: ?(.+)$/m.exec(block)?.[1];
            if (event && data) take(event, JSON.parse(data));
        }
    };
}
