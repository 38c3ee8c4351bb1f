import { carrierKeys } from '../../reference-data/carriers/carrier-keys.js';

const keys = carrierKeys(
  ({ seventeenTrack }) => seventeenTrack,
  ({ isSecondAtSeventeenTrack = false }) => isSecondAtSeventeenTrack,
);

/** 17TRACK's key of a carrier; undefined when it has to find out by itself. */
export const seventeenTrackKey = keys.keyOf;

/** Our carriers behind a key of 17TRACK, the likeliest first. */
export const carriersOfSeventeenTrackKey = keys.codesOf;

/** Each carrier that has a key. */
export const carriersWithKeys = (): readonly string[] => keys.codes;
