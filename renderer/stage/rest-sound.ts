let audio: AudioContext | null = null

/** A short soft tone as the rows come to rest. Off until the console switches it on. */
export function playRest(): void {
  audio ??= new AudioContext()
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  const now = audio.currentTime
  tone.frequency.value = 660
  volume.gain.setValueAtTime(0.12, now)
  volume.gain.exponentialRampToValueAtTime(0.001, now + 0.35)
  tone.connect(volume).connect(audio.destination)
  tone.start(now)
  tone.stop(now + 0.4)
}
