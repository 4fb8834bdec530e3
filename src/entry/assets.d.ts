/** Text files that webpack hands over as they are. */
declare module '*.xml' {
  const text: string;
  export default text;
}
declare module '*.css';
