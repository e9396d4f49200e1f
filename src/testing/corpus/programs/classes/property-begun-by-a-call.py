class Lamp:
    def _watts(self):
        return 60
    watts = property(_watts)
    @watts.setter
    def watts(self, value):
        print("no lamp with", value)
lamp = Lamp()
lamp.watts = 40
print(lamp.watts)
# expect: no lamp with 40
# expect: 60
