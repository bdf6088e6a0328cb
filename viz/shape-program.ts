/** The scene's program that draws nodes. It and the scene alone know sigma. */
import { NodeProgram } from 'sigma/rendering';
import type { Sigma } from 'sigma';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { LIGHT, type Rgb } from './colours.ts';
import { FRAGMENT, VERTEX } from './shapes.ts';

/** The ground's colour, which halos are painted in; read by the program on every frame. */
export const ground: { rgb: Rgb } = { rgb: LIGHT.ground };
const UNIFORMS = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix', 'u_ground'] as const;
type Uniform = (typeof UNIFORMS)[number];
type Locations = { [name: string]: WebGLUniformLocation };
type GL = WebGLRenderingContext | WebGL2RenderingContext;

/** Draws every kind of node as one point, its shape by a distance function; pointing is ours, so there is no second pass for it. */
export class ShapeProgram extends NodeProgram<Uniform> {
  constructor(gl: GL, _picking: WebGLFramebuffer | null, renderer: Sigma) {
    super(gl, null, renderer);
  }

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS as 0,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  processVisibleItem(_index: number, offset: number, data: NodeDisplayData & { shape?: number }): void {
    this.array.set([data.x, data.y, data.size, data.shape ?? 0, floatColor(data.color)], offset);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: { gl: GL; uniformLocations: Locations }): void {
    const at = (name: Uniform) => uniformLocations[name] ?? null;
    gl.uniform1f(at('u_sizeRatio'), params.sizeRatio);
    gl.uniform1f(at('u_pixelRatio'), params.pixelRatio);
    gl.uniformMatrix3fv(at('u_matrix'), false, params.matrix);
    gl.uniform3f(at('u_ground'), ground.rgb[0] / 255, ground.rgb[1] / 255, ground.rgb[2] / 255);
  }
}
