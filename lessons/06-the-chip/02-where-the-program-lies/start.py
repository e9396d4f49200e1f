from parallel import *

# A filter: each point of the result is the sum of 112 points
# of a wave, each multiplied by its weight.
WIDTH = 112
POINTS = 4

def wave(k):
    return k * 13 % 31

w = [k % 7 - 3 for k in range(WIDTH)]

me = coreid()
first = me * POINTS
s = [wave(first + k) for k in range(WIDTH + POINTS)]

# Point k of this core. Every term is written out, to save the
# work of a loop. Use a loop instead.
def point(k):
    t = 0
    t += w[0] * s[k + 0] + w[1] * s[k + 1] + w[2] * s[k + 2] + w[3] * s[k + 3]
    t += w[4] * s[k + 4] + w[5] * s[k + 5] + w[6] * s[k + 6] + w[7] * s[k + 7]
    t += w[8] * s[k + 8] + w[9] * s[k + 9] + w[10] * s[k + 10] + w[11] * s[k + 11]
    t += w[12] * s[k + 12] + w[13] * s[k + 13] + w[14] * s[k + 14] + w[15] * s[k + 15]
    t += w[16] * s[k + 16] + w[17] * s[k + 17] + w[18] * s[k + 18] + w[19] * s[k + 19]
    t += w[20] * s[k + 20] + w[21] * s[k + 21] + w[22] * s[k + 22] + w[23] * s[k + 23]
    t += w[24] * s[k + 24] + w[25] * s[k + 25] + w[26] * s[k + 26] + w[27] * s[k + 27]
    t += w[28] * s[k + 28] + w[29] * s[k + 29] + w[30] * s[k + 30] + w[31] * s[k + 31]
    t += w[32] * s[k + 32] + w[33] * s[k + 33] + w[34] * s[k + 34] + w[35] * s[k + 35]
    t += w[36] * s[k + 36] + w[37] * s[k + 37] + w[38] * s[k + 38] + w[39] * s[k + 39]
    t += w[40] * s[k + 40] + w[41] * s[k + 41] + w[42] * s[k + 42] + w[43] * s[k + 43]
    t += w[44] * s[k + 44] + w[45] * s[k + 45] + w[46] * s[k + 46] + w[47] * s[k + 47]
    t += w[48] * s[k + 48] + w[49] * s[k + 49] + w[50] * s[k + 50] + w[51] * s[k + 51]
    t += w[52] * s[k + 52] + w[53] * s[k + 53] + w[54] * s[k + 54] + w[55] * s[k + 55]
    t += w[56] * s[k + 56] + w[57] * s[k + 57] + w[58] * s[k + 58] + w[59] * s[k + 59]
    t += w[60] * s[k + 60] + w[61] * s[k + 61] + w[62] * s[k + 62] + w[63] * s[k + 63]
    t += w[64] * s[k + 64] + w[65] * s[k + 65] + w[66] * s[k + 66] + w[67] * s[k + 67]
    t += w[68] * s[k + 68] + w[69] * s[k + 69] + w[70] * s[k + 70] + w[71] * s[k + 71]
    t += w[72] * s[k + 72] + w[73] * s[k + 73] + w[74] * s[k + 74] + w[75] * s[k + 75]
    t += w[76] * s[k + 76] + w[77] * s[k + 77] + w[78] * s[k + 78] + w[79] * s[k + 79]
    t += w[80] * s[k + 80] + w[81] * s[k + 81] + w[82] * s[k + 82] + w[83] * s[k + 83]
    t += w[84] * s[k + 84] + w[85] * s[k + 85] + w[86] * s[k + 86] + w[87] * s[k + 87]
    t += w[88] * s[k + 88] + w[89] * s[k + 89] + w[90] * s[k + 90] + w[91] * s[k + 91]
    t += w[92] * s[k + 92] + w[93] * s[k + 93] + w[94] * s[k + 94] + w[95] * s[k + 95]
    t += w[96] * s[k + 96] + w[97] * s[k + 97] + w[98] * s[k + 98] + w[99] * s[k + 99]
    t += w[100] * s[k + 100] + w[101] * s[k + 101] + w[102] * s[k + 102] + w[103] * s[k + 103]
    t += w[104] * s[k + 104] + w[105] * s[k + 105] + w[106] * s[k + 106] + w[107] * s[k + 107]
    t += w[108] * s[k + 108] + w[109] * s[k + 109] + w[110] * s[k + 110] + w[111] * s[k + 111]
    return t

points = [point(k) for k in range(POINTS)]
print("Points", points)
