# The reals on both sides of another one.
import math
up = math.nextafter(1.0, 2.0)
down = math.nextafter(1.0, 0.0)
print(down < 1 < up, up - 1 == math.ulp(1.0), 1 - down == math.ulp(1.0) / 2)
print(math.nextafter(2.5, 2.5), math.nextafter(0.0, -1.0) < 0 < math.nextafter(0.0, 1.0))
print(math.ulp(math.inf), math.nextafter(math.inf, math.inf))

# expect: True True True
# expect: 2.5 True
# expect: inf inf
