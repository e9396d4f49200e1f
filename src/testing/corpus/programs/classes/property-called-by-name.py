class Door:
    isOpen = False
    def _get(self):
        return self.isOpen
    def _set(self, value):
        self.isOpen = bool(value)
    open = property(fset=_set, fget=_get)
class Gate(Door):
    pass
gate = Gate()
gate.open = 1
print(gate.open, Gate().open)
# expect: True False
