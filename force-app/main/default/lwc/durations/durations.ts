/** A duration as people read it on a phone: 4:07, 1:02:33. */
export function clock(sinceIso: string | undefined, now: number): string {
    if (!sinceIso) return '';
    const seconds = Math.max(0, Math.floor((now - Date.parse(sinceIso)) / 1000));
    const pad = (value: number) => String(value).padStart(2, '0');
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** The date some working days from now, YYYY-MM-DD in the person's own time zone. */
export function workingDaysFrom(now: Date, days: number): string {
    const date = new Date(now);
    for (let left = days; left > 0; ) {
        date.setDate(date.getDate() + 1);
        if (date.getDay() !== 0 && date.getDay() !== 6) left -= 1;
    }
    const pad = (value: number) => String(value).padStart(2, '0');
    return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
