declare module 'dealside:components' {
  const exposed: { tag: string; is: never; targets: string[] }[];
  export default exposed;
  export const utilityItems: { tag: string; label: string; icon: string; isEager: boolean }[];
}

declare module '@lwc/synthetic-shadow';
