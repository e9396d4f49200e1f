from enum import Enum


class Planet(Enum):
    EARTH = (6.0, 2.0)
    MARS = (3.0, 1.5)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    def density(self):
        return self.mass / self.radius


print(Planet.EARTH.density(), Planet.MARS.radius, Planet.MARS.value, Planet((6.0, 2.0)))
# expect: 3.0 1.5 (3.0, 1.5) Planet.EARTH
