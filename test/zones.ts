/** Zones with the offset of their clocks on January 1, 2026, in minutes west of Greenwich. */
export const zones = {
  UTC: 0,
  'America/New_York': 300,
  'Pacific/Honolulu': 600,
  'Asia/Tokyo': -540,
  'Pacific/Apia': -780,
};
