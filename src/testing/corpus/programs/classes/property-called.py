class Circle:
    def __init__(self, radius):
        self._radius = radius
    def get_radius(self):
        return self._radius
    def set_radius(self, radius):
        print("set", radius)
        self._radius = radius
    def del_radius(self):
        print("deleted")
    radius = property(get_radius, set_radius, del_radius, "how far it is to the edge")
    area = property(lambda self: 3 * self.radius ** 2)
circle = Circle(2)
print(circle.radius, circle.area)
circle.radius += 1
print(circle.area)
del circle.radius
# expect: 2 12
# expect: set 3
# expect: 27
# expect: deleted
