declare module 'dealside:components' {
  const exposed: { tag: string; is: never; targets: string[]; objects: string[] }[];
  export default exposed;
}

declare module '@lwc/synthetic-shadow';
