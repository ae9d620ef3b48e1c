/**
 * The parts of Phaser that the board plays with, from Phaser's own source: about 60% of the whole.
 * Not here: sound (Howler's), input (the page's own keys), loader (drawings are made from code), physics, tile maps, filters' 3D camera.
 * Who adds another kind of game object names its class and its factory here; in `npm run dev` the whole Phaser is used.
 */
require('../../node_modules/phaser/src/polyfills/requestVideoFrame');

// Phaser's own order: its classes extend each other in circles.
require('../../node_modules/phaser/src/animations');
require('../../node_modules/phaser/src/cache');
require('../../node_modules/phaser/src/cameras/2d');
require('../../node_modules/phaser/src/renderer');
require('../../node_modules/phaser/src/events');
require('../../node_modules/phaser/src/gameobjects/DisplayList');
require('../../node_modules/phaser/src/gameobjects/UpdateList');
require('../../node_modules/phaser/src/gameobjects/GameObjectCreator');
require('../../node_modules/phaser/src/gameobjects/GameObjectFactory');
require('../../node_modules/phaser/src/gameobjects/container/ContainerFactory');
require('../../node_modules/phaser/src/gameobjects/graphics/GraphicsFactory');
require('../../node_modules/phaser/src/gameobjects/image/ImageFactory');
require('../../node_modules/phaser/src/gameobjects/sprite/SpriteFactory');
require('../../node_modules/phaser/src/gameobjects/text/TextFactory');
require('../../node_modules/phaser/src/gameobjects/particles/ParticleEmitterFactory');
require('../../node_modules/phaser/src/gameobjects/shape/arc/ArcFactory');
require('../../node_modules/phaser/src/gameobjects/shape/ellipse/EllipseFactory');
require('../../node_modules/phaser/src/gameobjects/shape/line/LineFactory');
require('../../node_modules/phaser/src/gameobjects/shape/polygon/PolygonFactory');
require('../../node_modules/phaser/src/gameobjects/shape/rectangle/RectangleFactory');
require('../../node_modules/phaser/src/gameobjects/shape/triangle/TriangleFactory');
require('../../node_modules/phaser/src/gameobjects/tilesprite/TileSpriteFactory');
require('../../node_modules/phaser/src/scene/ScenePlugin');
require('../../node_modules/phaser/src/time/Clock');
require('../../node_modules/phaser/src/tweens/TweenManager');

const CONST = require('../../node_modules/phaser/src/const');

module.exports = {
  AUTO: CONST.AUTO,
  CANVAS: CONST.CANVAS,
  WEBGL: CONST.WEBGL,
  BlendModes: require('../../node_modules/phaser/src/renderer/BlendModes'),
  Game: require('../../node_modules/phaser/src/core/Game'),
  GameObjects: {
    Container: require('../../node_modules/phaser/src/gameobjects/container/Container'),
    Image: require('../../node_modules/phaser/src/gameobjects/image/Image'),
    Text: require('../../node_modules/phaser/src/gameobjects/text/Text'),
  },
  Math: require('../../node_modules/phaser/src/math'),
  Scale: require('../../node_modules/phaser/src/scale'),
  Scene: require('../../node_modules/phaser/src/scene/Scene'),
  Textures: require('../../node_modules/phaser/src/textures'),
  TintModes: require('../../node_modules/phaser/src/renderer/TintModes'),
};
