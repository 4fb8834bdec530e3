import { liftedSize, type Cloud, type Group } from './cloud';

/**
 * Micro-cells: runs of consecutive points of one group merged into one point at their mean, about `wanted`
 * in all. Balanced Lloyd on cells costs a fraction of a pass over all points and finds the same centres.
 */
export function mergeCells(cloud: Cloud, wanted: number): Cloud {
  const { lifted, z, u } = cloud;
  const size = Math.max(1, Math.ceil(cloud.n / wanted));
  if (size === 1) return cloud;
  let n = 0;
  for (const g of cloud.groups) n += Math.ceil((g.end - g.start) / size);
  const cellZ = new Float64Array(n * lifted);
  const cellU = new Float64Array(n);
  const groups: Group[] = [];
  let cell = 0;
  for (const group of cloud.groups) {
    const first = cell;
    for (let start = group.start; start < group.end; start += size, cell++) {
      const end = Math.min(group.end, start + size);
      let mass = 0;
      for (let i = start; i < end; i++) {
        mass += u[i]!;
        for (let c = 0; c < lifted; c++) cellZ[cell * lifted + c]! += u[i]! * z[i * lifted + c]!;
      }
      cellU[cell] = mass;
      if (mass > 0) for (let c = 0; c < lifted; c++) cellZ[cell * lifted + c]! /= mass;
      else for (let c = 0; c < lifted; c++) cellZ[cell * lifted + c] = z[start * lifted + c]!;
    }
    groups.push({ ...group, start: first, end: cell });
  }
  return { ...cloud, n, z: cellZ, u: cellU, groups };
}

/** The same points with their mass as the only metric. */
export function massOnly(cloud: Cloud): Cloud {
  const { n, dims, lifted, z } = cloud;
  const size = liftedSize(dims, 1);
  const places = new Float64Array(n * size);
  for (let i = 0; i < n; i++) {
    for (let d = 0; d < dims; d++) places[i * size + d] = z[i * lifted + d]!;
  }
  return { ...cloud, metrics: 1, wide: false, lifted: size, z: places };
}
