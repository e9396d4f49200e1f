import math
print(math.gamma(5), math.lgamma(1), "%.5f %.5f %.5f" % (math.erf(0.5), math.erf(1.5), math.erfc(2.5)))
# expect: 24.0 0.0 0.52050 0.96611 0.00041
print(math.asinh(0), math.acosh(1), "%.4f" % math.atanh(0.5), "%.4f %.4f" % (math.gamma(3.7), math.lgamma(10.5)))
# expect: 0.0 0.0 0.5493 4.1707 13.9406
