<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>About</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>About Bernoulli Lab</source>
        <translation>Bernoulli Lab 정보</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>버전 복사</translation>
    </message>
    <message>
        <source>Copy all versions, for a bug report</source>
        <translation>오류 보고에 쓸 버전 정보 복사</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>See that maximising the likelihood, maximising the log-likelihood and minimising the binary cross-entropy (BCE) are one and the same thing.</source>
        <translation>가능도의 최대화, 로그 가능도의 최대화, 이진 교차 엔트로피(BCE)의 최소화가 모두 같은 문제임을 눈으로 확인하는 프로그램입니다.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or any later one (GPL-3.0-or-later): you may use, study, change and share it, and what you share of it stays free in the same way. There is no warranty.</source>
        <translation>GNU 일반 공중 사용 허가서(GPL) 버전 3 또는 그 이후 버전(GPL-3.0-or-later)을 따르는 자유 소프트웨어입니다. 누구나 사용하고, 살펴보고, 수정하고, 배포할 수 있으며, 배포한 것에도 같은 자유가 유지됩니다. 어떠한 보증도 하지 않습니다.</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>사용한 소프트웨어</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>글꼴</translation>
    </message>
    <message>
        <source>Under the SIL Open Font License 1.1: free to use, embed and share, not to be sold by themselves.</source>
        <translation>SIL 오픈 폰트 라이선스 1.1을 따릅니다. 자유롭게 사용하고, 문서에 포함하고, 배포할 수 있지만 글꼴만 따로 팔 수는 없습니다.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>자료의 출처</translation>
    </message>
    <message>
        <source>Show the licence</source>
        <translation>라이선스 보기</translation>
    </message>
    <message>
        <source>The file {name} is missing.</source>
        <translation>파일이 없습니다: {name}</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>버전 {version}</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>설치되지 않음</translation>
    </message>
    <message>
        <source>Show the licence of {name}</source>
        <translation>라이선스 보기: {name}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Move π to π̂</source>
        <translation>π를 π̂으로 이동</translation>
    </message>
    <message>
        <source>Type π</source>
        <translation>π 직접 입력</translation>
    </message>
    <message>
        <source>Sweep π from 0 to 1</source>
        <translation>π 자동 이동 (0에서 1까지)</translation>
    </message>
    <message>
        <source>Zoom to the peak</source>
        <translation>최적점 확대</translation>
    </message>
    <message>
        <source>Show the whole axis</source>
        <translation>전체 축 보기</translation>
    </message>
    <message>
        <source>Nats or bits</source>
        <translation>로그 단위 전환 (nat, bit)</translation>
    </message>
    <message>
        <source>Random observations</source>
        <translation>무작위 관측값</translation>
    </message>
    <message>
        <source>Swap zeros and ones</source>
        <translation>0과 1 맞바꾸기</translation>
    </message>
    <message>
        <source>Shuffle the order</source>
        <translation>순서 섞기</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>언어 바꾸기</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>밝은 테마·어두운 테마 전환</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Show all three plots</source>
        <translation>그래프 모두 보기</translation>
    </message>
    <message>
        <source>Show the likelihood alone</source>
        <translation>가능도만 보기</translation>
    </message>
    <message>
        <source>Show the log-likelihood alone</source>
        <translation>로그 가능도만 보기</translation>
    </message>
    <message>
        <source>Show the BCE alone</source>
        <translation>BCE만 보기</translation>
    </message>
    <message>
        <source>Show or hide the true π</source>
        <translation>π의 참값 보이기·숨기기</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>다시 뽑기</translation>
    </message>
    <message>
        <source>Enter counts…</source>
        <translation>개수 입력…</translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation>순서 뒤집기</translation>
    </message>
    <message>
        <source>Double the data</source>
        <translation>자료 두 배로 늘리기</translation>
    </message>
    <message>
        <source>Keep the first…</source>
        <translation>앞부분만 남기기…</translation>
    </message>
    <message>
        <source>Go to observation…</source>
        <translation>관측값 번호로 이동…</translation>
    </message>
    <message>
        <source>Toggle</source>
        <translation>선택한 값 바꾸기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Copy the sequence</source>
        <translation>관측값 복사</translation>
    </message>
    <message>
        <source>Copy the numbers as a table</source>
        <translation>수치를 표로 복사</translation>
    </message>
    <message>
        <source>Copy a NumPy program</source>
        <translation>NumPy 코드 복사</translation>
    </message>
    <message>
        <source>Copy a PyTorch program</source>
        <translation>PyTorch 코드 복사</translation>
    </message>
    <message>
        <source>Copy the formulas in LaTeX</source>
        <translation>수식을 LaTeX로 복사</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <source>Save the session as…</source>
        <translation>다른 이름으로 세션 저장…</translation>
    </message>
    <message>
        <source>Export a figure…</source>
        <translation>그림 내보내기…</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>그림으로 복사</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>탐색</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Next step of the lesson</source>
        <translation>수업의 다음 걸음</translation>
    </message>
    <message>
        <source>Step before in the lesson</source>
        <translation>수업의 이전 걸음</translation>
    </message>
    <message>
        <source>Labs</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Back to the plots</source>
        <translation>그래프로 돌아가기</translation>
    </message>
    <message>
        <source>Choose what is shown…</source>
        <translation>표시할 항목 선택…</translation>
    </message>
    <message>
        <source>Lock the observations</source>
        <translation>관측값 잠그기</translation>
    </message>
    <message>
        <source>Copy what the plots show</source>
        <translation>그래프 설명을 텍스트로 복사</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>움직임 줄이기</translation>
    </message>
    <message>
        <source>Folder for lessons of your own…</source>
        <translation>직접 만든 수업 폴더…</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>단축키와 도움말</translation>
    </message>
    <message>
        <source>About Bernoulli Lab</source>
        <translation>Bernoulli Lab 정보</translation>
    </message>
    <message>
        <source>Present to a class</source>
        <translation>발표 시작</translation>
    </message>
    <message>
        <source>Leave the presentation</source>
        <translation>발표 종료</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모형</translation>
    </message>
</context>
<context>
    <name>Calculation</name>
    <message>
        <source>a one was observed, yet π = 0</source>
        <translation>1이 관측되었는데 π = 0</translation>
    </message>
    <message>
        <source>a zero was observed, yet π = 1</source>
        <translation>0이 관측되었는데 π = 1</translation>
    </message>
    <message>
        <source>The values change with the unit, the optimum does not (U)</source>
        <translation>단위가 바뀌면 값은 달라지지만 최적점은 그대로입니다 (U)</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>no observations: nothing to average</source>
        <translation>관측값이 없어 평균을 낼 수 없음</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>H(π̂) is the entropy floor: no π can go below it.</source>
        <translation>BCE는 어떤 π에서도 엔트로피 H(π̂)보다 작아지지 않습니다.</translation>
    </message>
    <message>
        <source>log base</source>
        <translation>로그의 밑</translation>
    </message>
    <message>
        <source>e (nats)</source>
        <translation>e (nat)</translation>
    </message>
    <message>
        <source>2 (bits)</source>
        <translation>2 (bit)</translation>
    </message>
    <message>
        <source>entropy and KL divergence</source>
        <translation>엔트로피와 KL 발산</translation>
    </message>
    <message>
        <source>as a float64 product: {product} (underflow)</source>
        <translation>float64로 곱한 값: {product} (언더플로)</translation>
    </message>
    <message>
        <source>Copy the numbers, the formulas, a program …</source>
        <translation>수치, 수식, 코드 복사</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>The curve that the steps make</source>
        <translation>단계를 거쳐 만든 곡선</translation>
    </message>
    <message>
        <source>Drag: move π (← →)</source>
        <translation>끌기: π 이동 (← →)</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>식</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Try argmax here</source>
        <translation>여기서 argmax 구하기</translation>
    </message>
    <message>
        <source>Mark where this curve is highest</source>
        <translation>이 곡선이 가장 높은 곳 표시하기</translation>
    </message>
    <message>
        <source>Product: multiply f(yᵢ; π) of all observations</source>
        <translation>곱: 모든 관측값의 f(yᵢ; π)를 곱하기</translation>
    </message>
    <message>
        <source>The likelihood L: the product over all observations (Space)</source>
        <translation>가능도 L: 모든 관측값에 대한 곱 (Space)</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Take the logarithm: the product becomes a sum (Space)</source>
        <translation>로그를 취하면 곱이 합이 됩니다 (Space)</translation>
    </message>
    <message>
        <source>Times minus one</source>
        <translation>−1 곱하기</translation>
    </message>
    <message>
        <source>Turn it over: the highest point becomes the lowest (Space)</source>
        <translation>위아래로 뒤집기: 가장 높은 점이 가장 낮은 점이 됩니다 (Space)</translation>
    </message>
    <message>
        <source>Times one over N</source>
        <translation>N분의 1 곱하기</translation>
    </message>
    <message>
        <source>Divide by the number of observations: the mean (Space)</source>
        <translation>관측 수로 나누기: 평균 (Space)</translation>
    </message>
    <message>
        <source>π̂ has not moved</source>
        <translation>π̂의 위치는 그대로</translation>
    </message>
    <message>
        <source>argmax: {height}, where the data are impossible.</source>
        <translation>argmax: {height}. 자료가 나올 수 없는 곳입니다.</translation>
    </message>
    <message>
        <source>argmax: {height}, at the end.</source>
        <translation>argmax: 끝, {height}.</translation>
    </message>
    <message>
        <source>no observations: no π̂</source>
        <translation>관측값이 없어 π̂도 없음</translation>
    </message>
    <message>
        <source>The likelihood is highest at π̂: its argmax.</source>
        <translation>가능도는 π̂에서 가장 큽니다. 그곳이 argmax입니다.</translation>
    </message>
    <message>
        <source>L is highest at π̂.</source>
        <translation>L은 π̂에서 가장 큽니다.</translation>
    </message>
    <message>
        <source>argmax finds {height} at both ends: π = 0 makes a one impossible, π = 1 a zero.</source>
        <translation>argmax는 양 끝입니다({height}). π = 0이면 1이, π = 1이면 0이 나올 수 없습니다.</translation>
    </message>
    <message>
        <source>{what}, n = {n}: argmin at π̂ {place}, where it is {value}.</source>
        <translation>{what}, n = {n}: π̂ {place}에서 argmin, 그 값 {value}.</translation>
    </message>
    <message>
        <source>{what}, n = {n}: argmax at π̂ {place}, where it is {value}.</source>
        <translation>{what}, n = {n}: π̂ {place}에서 argmax, 그 값 {value}.</translation>
    </message>
    <message>
        <source>Empty product</source>
        <translation>빈 곱</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>가능도</translation>
    </message>
    <message>
        <source>Log-likelihood</source>
        <translation>로그 가능도</translation>
    </message>
    <message>
        <source>Negative log-likelihood</source>
        <translation>음의 로그 가능도</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>{quantity} {value} at π {pi}</source>
        <translation>π {pi}에서 {quantity} {value}</translation>
    </message>
    <message>
        <source>{quantity} {value} at π̂ {pi}</source>
        <translation>π̂ {pi}에서 {quantity} {value}</translation>
    </message>
    <message>
        <source>No observations: every curve is flat, and there is no π̂.</source>
        <translation>관측값이 없습니다. 모든 곡선이 평평하고 π̂도 없습니다.</translation>
    </message>
    <message>
        <source>No observations: no π̂.</source>
        <translation>관측값이 없어 π̂도 없습니다.</translation>
    </message>
    <message>
        <source>No observations.</source>
        <translation>관측값이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is multiplied yet: each π is as good as any other.</source>
        <translation>아직 아무것도 곱하지 않았습니다. 모든 π가 똑같이 좋습니다.</translation>
    </message>
    <message>
        <source>Nothing is multiplied yet.</source>
        <translation>아직 아무것도 곱하지 않았습니다.</translation>
    </message>
    <message>
        <source>Still flat.</source>
        <translation>아직 평평합니다.</translation>
    </message>
    <message>
        <source>After ×(−1) it is argmin, not argmax.</source>
        <translation>×(−1) 다음에는 argmax가 아니라 argmin입니다.</translation>
    </message>
    <message>
        <source>Now it is argmin.</source>
        <translation>이제 argmin입니다.</translation>
    </message>
    <message>
        <source>×1/N changes the scale of the curve, never the place of its top.</source>
        <translation>×1/N은 곡선의 크기만 바꾸고 꼭대기의 위치는 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>×1/N changes the scale alone.</source>
        <translation>×1/N은 크기만 바꿉니다.</translation>
    </message>
    <message>
        <source>Only the scale changes.</source>
        <translation>크기만 바뀝니다.</translation>
    </message>
    <message>
        <source>log is increasing: what was highest before is highest still.</source>
        <translation>log는 증가함수입니다. 가장 높던 곳이 여전히 가장 높습니다.</translation>
    </message>
    <message>
        <source>log is increasing: the top stays.</source>
        <translation>log는 증가함수이므로 꼭대기가 그대로입니다.</translation>
    </message>
    <message>
        <source>The top stays.</source>
        <translation>꼭대기는 그대로입니다.</translation>
    </message>
    <message>
        <source>argmax finds {height} at π = 0, which makes a one impossible.</source>
        <translation>argmax는 π = 0입니다({height}). 1이 나올 수 없는 곳입니다.</translation>
    </message>
    <message>
        <source>argmax finds {height} at π = 1, which makes a zero impossible.</source>
        <translation>argmax는 π = 1입니다({height}). 0이 나올 수 없는 곳입니다.</translation>
    </message>
    <message>
        <source>At π {pi}: {value}.</source>
        <translation>π {pi}에서 {value}.</translation>
    </message>
    <message>
        <source>{name}: {value} for every π</source>
        <translation>{name}: 모든 π에서 {value}</translation>
    </message>
    <message>
        <source>{name} {rest}</source>
        <translation>{name}: {rest}</translation>
    </message>
    <message>
        <source>After ×(−1) it is argmin: argmax of this curve would be at the ends, not at π̂.</source>
        <translation>×(−1) 다음에는 argmin입니다. 이 곡선의 argmax는 π̂이 아니라 양 끝입니다.</translation>
    </message>
    <message>
        <source>After ×(−1) it is argmin: argmax of this curve would be at the other end, not at π̂.</source>
        <translation>×(−1) 다음에는 argmin입니다. 이 곡선의 argmax는 π̂이 아니라 반대쪽 끝입니다.</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>column {number}</source>
        <translation>{number}열</translation>
    </message>
    <message>
        <source>Which column?</source>
        <translation>어느 열을 쓸까요?</translation>
    </message>
    <message>
        <source>the first rows</source>
        <translation>처음 몇 행</translation>
    </message>
    <message>
        <source>A column of 0 and 1, or of two words such as yes and no.</source>
        <translation>0과 1, 또는 yes/no처럼 두 낱말로 된 열을 고르세요.</translation>
    </message>
    <message>
        <source>all cells, row by row</source>
        <translation>모든 칸을 행 순서대로</translation>
    </message>
    <message>
        <source>Observations in “{name}”</source>
        <translation>“{name}”에서 관측값이 있는 열</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>What is shown</source>
        <translation>표시할 항목</translation>
    </message>
    <message>
        <source>The choice is kept in the session&apos;s file, for a class say.</source>
        <translation>선택한 내용은 세션 파일에 저장되므로 수업에서 다시 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>관측값</translation>
    </message>
    <message>
        <source>the sequence as text</source>
        <translation>관측값 텍스트</translation>
    </message>
    <message>
        <source>the buttons that change the data</source>
        <translation>자료를 바꾸는 단추</translation>
    </message>
    <message>
        <source>the line with π̂</source>
        <translation>π̂을 표시하는 줄</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>nats or bits</source>
        <translation>로그 단위</translation>
    </message>
    <message>
        <source>Slider and value of π</source>
        <translation>π 슬라이더와 값</translation>
    </message>
    <message>
        <source>the buttons of the zoom</source>
        <translation>확대 단추</translation>
    </message>
    <message>
        <source>Lock the observations</source>
        <translation>관측값 잠그기</translation>
    </message>
    <message>
        <source>Nobody changes them by accident (Ctrl+Shift+L)</source>
        <translation>실수로 바꾸지 못하게 합니다 (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>모두 보이기</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>{n} observations are too many for the clipboard; at most {most}.</source>
        <translation>관측값이 너무 많습니다({n}개). 클립보드에는 {most}개까지 복사할 수 있습니다.</translation>
    </message>
    <message>
        <source>Copied: the numbers, as a table for a spreadsheet.</source>
        <translation>수치를 스프레드시트용 표로 복사했습니다.</translation>
    </message>
    <message>
        <source>Copied: a NumPy program that gives these numbers.</source>
        <translation>이 수치를 계산하는 NumPy 코드를 복사했습니다.</translation>
    </message>
    <message>
        <source>Copied: a PyTorch program that gives these numbers.</source>
        <translation>이 수치를 계산하는 PyTorch 코드를 복사했습니다.</translation>
    </message>
    <message>
        <source>Copied: the formulas with their numbers, in LaTeX.</source>
        <translation>수를 대입한 수식을 LaTeX로 복사했습니다.</translation>
    </message>
    <message>
        <source>Only the counts are known: there is no sequence to copy.</source>
        <translation>개수만 주어지고 순서를 알 수 없어 관측값을 복사할 수 없습니다.</translation>
    </message>
    <message>
        <source>Copied: {n} observations.</source>
        <translation>관측값 {n}개를 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>Enter counts</source>
        <translation>개수 입력</translation>
    </message>
    <message>
        <source>number of ones k</source>
        <translation>1의 개수 k</translation>
    </message>
    <message>
        <source>number of observations n</source>
        <translation>관측 수 n</translation>
    </message>
    <message>
        <source>{k} ones and {zeros} zeros, in no known order.</source>
        <translation>1이 {k}개, 0이 {zeros}개 (순서는 알 수 없음)</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong</source>
        <translation>문제가 생겼습니다</translation>
    </message>
    <message>
        <source>The program made a mistake and did not do what you asked.</source>
        <translation>프로그램 오류로 요청한 작업을 마치지 못했습니다.</translation>
    </message>
    <message>
        <source>Your observations and π are as they were. You can go on.</source>
        <translation>관측값과 π는 그대로 있습니다. 계속 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>자세한 내용 복사</translation>
    </message>
    <message>
        <source>Allowed: 0 and 1, with or without spaces and commas between.</source>
        <translation>0과 1만 쓸 수 있으며, 사이에 공백이나 쉼표를 넣어도 됩니다.</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>“{path}” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” is a folder, not a file.</source>
        <translation>“{path}”: 파일이 아니라 폴더입니다.</translation>
    </message>
    <message>
        <source>“{path}” may not be read.</source>
        <translation>“{path}” 파일을 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds no observations: no 0 and no 1.</source>
        <translation>“{path}” 파일에 관측값(0 또는 1)이 없습니다.</translation>
    </message>
    <message>
        <source>π is a number from 0 to 1, not “{text}”.</source>
        <translation>π는 0 이상 1 이하의 수입니다. 입력한 값: “{text}”</translation>
    </message>
    <message>
        <source>Position {column}: “{found}” is neither 0 nor 1.</source>
        <translation>{column}번째 글자가 0도 1도 아닌 “{found}”입니다.</translation>
    </message>
    <message>
        <source>Line {line}, position {column}: “{found}” is neither 0 nor 1.</source>
        <translation>{line}행 {column}번째 글자가 0도 1도 아닌 “{found}”입니다.</translation>
    </message>
    <message>
        <source>({count} such places)</source>
        <translation>(모두 {count}곳)</translation>
    </message>
    <message>
        <source>“{path}” could not be read.</source>
        <translation>“{path}” 파일을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>Both counts are whole numbers from 0 to 10¹⁵.</source>
        <translation>두 개수는 0 이상 10¹⁵ 이하의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>There cannot be more ones than observations: k ≤ n.</source>
        <translation>1의 개수는 관측 수보다 클 수 없습니다: k ≤ n</translation>
    </message>
    <message>
        <source>There are at most 10¹⁵ observations.</source>
        <translation>관측 수는 10¹⁵ 이하여야 합니다.</translation>
    </message>
    <message>
        <source>“{path}” is a device, not a file.</source>
        <translation>“{path}”: 파일이 아니라 장치입니다.</translation>
    </message>
    <message>
        <source>“{path}” is not a text in UTF-8, UTF-16 or CP949.</source>
        <translation>“{path}”: UTF-8, UTF-16, CP949 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is larger than {detail}, the most that is read.</source>
        <translation>“{path}” 파일이 너무 큽니다. {detail}까지만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds more than {detail} observations, the most that are read.</source>
        <translation>“{path}” 파일의 관측값이 너무 많습니다. {detail}개까지만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” is a session; open it by itself.</source>
        <translation>“{path}”: 관측값 파일이 아니라 세션 파일입니다. 이 파일만 단독으로 여세요.</translation>
    </message>
    <message>
        <source>“{path}” is not a table that can be read.</source>
        <translation>“{path}”: 읽을 수 있는 표가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is a NumPy file with a damaged header.</source>
        <translation>“{path}”: 헤더가 손상된 NumPy 파일입니다.</translation>
    </message>
    <message>
        <source>“{path}” holds values of type {detail}; allowed are bool and integers.</source>
        <translation>“{path}”: 값의 자료형이 {detail}입니다. bool과 정수만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds an array of shape {detail}; allowed is one row or column.</source>
        <translation>“{path}”: 배열의 형태가 {detail}입니다. 행이나 열이 하나인 배열만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” ends before its array does.</source>
        <translation>“{path}”: 파일이 중간에서 끊겨 배열의 일부가 없습니다.</translation>
    </message>
    <message>
        <source>Value number {index}: {value} is neither 0 nor 1.</source>
        <translation>{index}번째 값이 0도 1도 아닌 {value}입니다.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{found}” is neither {zero} nor {one}.</source>
        <translation>{line}행, 열 {column}: {zero}도 {one}도 아닌 “{found}” 값이 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}, column {column} is empty; allowed: {zero} and {one}.</source>
        <translation>{line}행, 열 {column}: 빈칸입니다. 쓸 수 있는 값: {zero}, {one}</translation>
    </message>
    <message>
        <source>There is no column {column}; there are: {names}.</source>
        <translation>“{column}” 열이 없습니다. 이 표의 열: {names}</translation>
    </message>
    <message>
        <source>Several columns are called {column}; give the number of one: {names}.</source>
        <translation>이름이 “{column}”인 열이 여럿입니다. 열 번호로 지정하세요. 이 표의 열: {names}</translation>
    </message>
    <message>
        <source>The file is no table and has no column {column}.</source>
        <translation>표가 아닌 파일이어서 “{column}” 열을 고를 수 없습니다.</translation>
    </message>
    <message>
        <source>The session file is empty.</source>
        <translation>세션 파일이 비어 있습니다.</translation>
    </message>
    <message>
        <source>This is not a session file: line {line}, position {column} is not JSON.</source>
        <translation>세션 파일이 아닙니다: {line}행 {column}번째 글자가 JSON 형식에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The session file ends too early; a part is missing.</source>
        <translation>세션 파일이 중간에서 끊겨 일부가 없습니다.</translation>
    </message>
    <message>
        <source>This JSON file is not a Bernoulli Lab session.</source>
        <translation>Bernoulli Lab 세션이 아닌 JSON 파일입니다.</translation>
    </message>
    <message>
        <source>The session was saved by a newer version of Bernoulli Lab (format {version}).</source>
        <translation>더 새로운 버전의 Bernoulli Lab에서 저장한 세션입니다 (형식 {version}).</translation>
    </message>
    <message>
        <source>The session is larger than what this program opens.</source>
        <translation>세션이 너무 커서 이 프로그램에서 열 수 없습니다.</translation>
    </message>
    <message>
        <source>The session is damaged: its counts and its observations do not agree.</source>
        <translation>세션이 손상되었습니다: 개수와 관측값이 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>“{path}” is a folder; choose the name of a file.</source>
        <translation>“{path}”: 폴더입니다. 파일 이름을 지정하세요.</translation>
    </message>
    <message>
        <source>The folder “{folder}” is not there.</source>
        <translation>“{folder}” 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” is not a regular file.</source>
        <translation>“{path}”: 일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” may not be written.</source>
        <translation>“{path}” 파일에 쓸 권한이 없습니다.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for “{path}”.</source>
        <translation>디스크 공간이 부족하여 “{path}” 파일을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” could not be written: {detail}.</source>
        <translation>“{path}” 파일을 쓰지 못했습니다: {detail}</translation>
    </message>
    <message>
        <source>The session has no “{field}”.</source>
        <translation>세션에 “{field}” 항목이 없습니다.</translation>
    </message>
    <message>
        <source>The session has “{field}” twice.</source>
        <translation>세션에 “{field}” 항목이 두 번 나옵니다.</translation>
    </message>
    <message>
        <source>Line {line}, position {column}: “{found}” is neither “{zero}” nor “{one}”.</source>
        <translation>{line}행 {column}번째 글자가 “{zero}”도 “{one}”도 아닌 “{found}”입니다.</translation>
    </message>
    <message>
        <source>At most {most} observations are kept one by one.</source>
        <translation>순서가 있는 관측값은 {most}개까지만 다룰 수 있습니다.</translation>
    </message>
    <message>
        <source>The session's “{field}” is not what it may be.</source>
        <translation>세션의 “{field}” 값이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory for it.</source>
        <translation>메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>The system says: {detail}.</source>
        <translation>시스템 오류: {detail}</translation>
    </message>
    <message>
        <source>The figure is too long: one side is over {longest} times the other.</source>
        <translation>그림이 너무 깁니다. 긴 변은 짧은 변의 {longest}배 이하여야 합니다.</translation>
    </message>
    <message>
        <source>All frames together have {found} pixels; at most {most}. Make it smaller, shorter, or of fewer frames a second.</source>
        <translation>모든 프레임을 합한 픽셀 수({found}개)가 한도({most}개)를 넘습니다. 크기나 재생 시간, 초당 프레임 수를 줄이세요.</translation>
    </message>
    <message>
        <source>Only the counts are known: there is no sequence to come one by one.</source>
        <translation>개수만 있고 순서가 없어 관측값을 하나씩 보여 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>There are no observations to come one by one.</source>
        <translation>하나씩 보여 줄 관측값이 없습니다.</translation>
    </message>
    <message>
        <source>The picture would have {found} pixels; each side may have from 1 to {side}.</source>
        <translation>그림 크기가 {found}픽셀입니다. 한 변은 1픽셀 이상 {side}픽셀 이하여야 합니다.</translation>
    </message>
    <message>
        <source>The session is damaged: its counts and its examples do not agree.</source>
        <translation>세션이 손상되었습니다: 개수와 예제가 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>That plot is not in this view.</source>
        <translation>이 화면에는 그 그래프가 없습니다.</translation>
    </message>
    <message>
        <source>That motion is not for the model.</source>
        <translation>모형에는 쓸 수 없는 움직임입니다.</translation>
    </message>
    <message>
        <source>Without the Model view there is nothing to go down.</source>
        <translation>모형 화면이 아니면 내려갈 손실 지형이 없습니다.</translation>
    </message>
    <message>
        <source>There are no examples to go down with.</source>
        <translation>예제가 없어 내려갈 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The window as it is, with its controls.</source>
        <translation>단추와 메뉴까지 창 전체를 그대로 저장합니다.</translation>
    </message>
    <message>
        <source>Sharp at any size.</source>
        <translation>어떤 크기로 확대해도 선명합니다.</translation>
    </message>
    <message>
        <source>Export a figure</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>Drag the picture into another program.</source>
        <translation>그림을 끌어 다른 프로그램에 놓을 수 있습니다.</translation>
    </message>
    <message>
        <source>preview of the figure</source>
        <translation>그림 미리 보기</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 픽셀</translation>
    </message>
    <message>
        <source>{frames} frames</source>
        <translation>{frames} 프레임</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>A table of the curves: {rows} rows, every digit.</source>
        <translation>유효 숫자를 모두 적은 곡선 값의 표 ({rows}행)</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>계속 반복</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일 형식</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>plots</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>beside the plots</source>
        <translation>함께 표시</translation>
    </message>
    <message>
        <source>title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>type size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>motion</source>
        <translation>움직임</translation>
    </message>
    <message>
        <source>π from, to</source>
        <translation>π 시작·끝</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>재생 시간</translation>
    </message>
    <message>
        <source>played</source>
        <translation>재생 횟수</translation>
    </message>
    <message>
        <source>observations</source>
        <translation>관측값</translation>
    </message>
    <message>
        <source>formulas</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>transparent ground</source>
        <translation>투명한 배경</translation>
    </message>
    <message>
        <source>text stays text (needs the fonts)</source>
        <translation>글자를 텍스트로 저장 (글꼴 필요)</translation>
    </message>
    <message>
        <source>begin and end slowly</source>
        <translation>천천히 시작하고 천천히 끝내기</translation>
    </message>
    <message>
        <source>width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>unit of the size</source>
        <translation>크기 단위</translation>
    </message>
    <message>
        <source>pixels for each of the size</source>
        <translation>픽셀 배율</translation>
    </message>
    <message>
        <source>pixels per inch</source>
        <translation>인치당 픽셀 수</translation>
    </message>
    <message>
        <source>π at the beginning</source>
        <translation>시작할 때의 π</translation>
    </message>
    <message>
        <source>π at the end</source>
        <translation>끝날 때의 π</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>재생 시간(초)</translation>
    </message>
    <message>
        <source>frames a second</source>
        <translation>초당 프레임 수</translation>
    </message>
    <message>
        <source>as set below</source>
        <translation>직접 설정</translation>
    </message>
    <message>
        <source>slide, 16:9</source>
        <translation>슬라이드 (16:9)</translation>
    </message>
    <message>
        <source>half a page of A4</source>
        <translation>A4 절반</translation>
    </message>
    <message>
        <source>square, for the web</source>
        <translation>정사각형 (웹)</translation>
    </message>
    <message>
        <source>the window, as on the screen</source>
        <translation>화면에 보이는 창 그대로</translation>
    </message>
    <message>
        <source>PNG, a picture</source>
        <translation>PNG, 그림</translation>
    </message>
    <message>
        <source>SVG, for drawing programs</source>
        <translation>SVG, 벡터 편집 프로그램용</translation>
    </message>
    <message>
        <source>PDF, for print</source>
        <translation>PDF, 인쇄용</translation>
    </message>
    <message>
        <source>CSV, the curves as a table</source>
        <translation>CSV, 곡선의 값을 적은 표</translation>
    </message>
    <message>
        <source>GIF, moves everywhere</source>
        <translation>GIF, 어디서나 재생되는 움직이는 그림</translation>
    </message>
    <message>
        <source>APNG, moves in full colour</source>
        <translation>APNG, 색을 줄이지 않은 움직이는 그림</translation>
    </message>
    <message>
        <source>WebP, moves in full colour, for the web</source>
        <translation>WebP, 색을 줄이지 않은 웹용 움직이는 그림</translation>
    </message>
    <message>
        <source>all three</source>
        <translation>세 그래프 모두</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>light</source>
        <translation>밝은 테마</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>어두운 테마</translation>
    </message>
    <message>
        <source>π sweeps along its axis</source>
        <translation>π 자동 이동</translation>
    </message>
    <message>
        <source>the observations come one by one</source>
        <translation>관측값 하나씩 추가</translation>
    </message>
    <message>
        <source>{name}: {low} to {high}</source>
        <translation>{name}: {low} 이상 {high} 이하</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>The figure was not saved.</source>
        <translation>그림을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Copied: the figure, as a picture.</source>
        <translation>그림을 복사했습니다.</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>“{name}” 저장 중…</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>저장했습니다: “{name}”</translation>
    </message>
    <message>
        <source>s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>frames/s</source>
        <translation>프레임/초</translation>
    </message>
    <message>
        <source>Cancelled: {name} was not written.</source>
        <translation>취소했습니다. “{name}” 파일은 저장되지 않았습니다.</translation>
    </message>
    <message>
        <source>The figure was not copied.</source>
        <translation>그림을 복사하지 못했습니다.</translation>
    </message>
    <message>
        <source>Letters of {points} pt</source>
        <translation>글자 크기 {points} pt</translation>
    </message>
    <message>
        <source>A table of the examples: {rows} rows, every digit.</source>
        <translation>유효 숫자를 모두 적은 예제 표 ({rows}행)</translation>
    </message>
    <message>
        <source>CSV, the examples as a table</source>
        <translation>CSV, 예제를 적은 표</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>both</source>
        <translation>둘 다</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>손실 지형</translation>
    </message>
    <message>
        <source>the model goes down its landscape</source>
        <translation>손실 지형 내려가기</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>no observations</source>
        <translation>관측값 없음</translation>
    </message>
</context>
<context>
    <name>Guess</name>
    <message>
        <source>The hidden log-likelihood</source>
        <translation>숨은 로그 가능도</translation>
    </message>
    <message>
        <source>Click: try this π (Enter). Drag: move π (← →)</source>
        <translation>클릭: 이 π 시도 (Enter). 끌기: π 이동 (← →)</translation>
    </message>
    <message>
        <source>no tries yet</source>
        <translation>아직 시도 없음</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Try this π</source>
        <translation>이 π 시도</translation>
    </message>
    <message>
        <source>See ℓ at the π of the moment (Enter)</source>
        <translation>현재 π에서 ℓ 보기 (Enter)</translation>
    </message>
    <message>
        <source>Commit π̂</source>
        <translation>π̂으로 확정</translation>
    </message>
    <message>
        <source>Give the π of the moment as your π̂, and see the curve</source>
        <translation>현재 π를 내 π̂으로 확정하고 곡선 보기</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>다시</translation>
    </message>
    <message>
        <source>Forget the tries, and guess once more</source>
        <translation>시도를 지우고 한 번 더 맞혀 보기</translation>
    </message>
    <message>
        <source>New secret data</source>
        <translation>새 비밀 자료</translation>
    </message>
    <message>
        <source>Draw 20 observations with a π that nobody knows</source>
        <translation>아무도 모르는 π로 관측값 20개 뽑기</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Log-likelihood ℓ(π)</source>
        <translation>로그 가능도 ℓ(π)</translation>
    </message>
    <message>
        <source>★ best so far</source>
        <translation>★ 지금까지 최고</translation>
    </message>
    <message>
        <source>your π̂ {pi}</source>
        <translation>내 π̂ {pi}</translation>
    </message>
    <message>
        <source>Your π̂ is given.</source>
        <translation>π̂을 확정했습니다.</translation>
    </message>
    <message>
        <source>Yours: {guess}. The top: π̂ {best}. Distance {distance}, tries: {tries}.</source>
        <translation>내 값: {guess}. 꼭대기: π̂ {best}. 거리 {distance}, 시도 {tries}번.</translation>
    </message>
    <message>
        <source>{guess}, top π̂ {best}, tries: {tries}</source>
        <translation>{guess}, 꼭대기 π̂ {best}, 시도 {tries}번</translation>
    </message>
    <message>
        <source>No observations: every π is as good as any other.</source>
        <translation>관측값이 없습니다. 모든 π가 똑같이 좋습니다.</translation>
    </message>
    <message>
        <source>Where is the top of the hidden curve? Click in the chart to try a π.</source>
        <translation>숨은 곡선의 꼭대기는 어디일까요? 그래프를 클릭하여 π를 시도해 보세요.</translation>
    </message>
    <message>
        <source>Click in the chart to try a π.</source>
        <translation>그래프를 클릭하여 π를 시도해 보세요.</translation>
    </message>
    <message>
        <source>Impossible.</source>
        <translation>불가능합니다.</translation>
    </message>
    <message>
        <source>ℓ lost: 0 nats. No π makes the data more likely.</source>
        <translation>ℓ 차이: 0 nat. 가능도가 더 큰 π는 없습니다.</translation>
    </message>
    <message>
        <source>ℓ lost: 0 nats.</source>
        <translation>ℓ 차이: 0 nat.</translation>
    </message>
    <message>
        <source>ℓ lost: ∞ nats. Your π̂ makes the data impossible.</source>
        <translation>ℓ 차이: ∞ nat. 내 π̂에서는 이 자료가 나올 수 없습니다.</translation>
    </message>
    <message>
        <source>ℓ lost: ∞ nats.</source>
        <translation>ℓ 차이: ∞ nat.</translation>
    </message>
    <message>
        <source>ℓ lost: n·KL ≈ {lost} nats. Your π̂ makes the data exp(−{lost}) times as likely as the top does.</source>
        <translation>ℓ 차이: n·KL ≈ {lost} nat. 내 π̂의 가능도는 꼭대기의 exp(−{lost})배입니다.</translation>
    </message>
    <message>
        <source>ℓ lost ≈ {lost} nats</source>
        <translation>ℓ 차이 ≈ {lost} nat</translation>
    </message>
    <message>
        <source>ℓ lost: n·KL ≈ {lost} nats. Your π̂ makes the data exp(−{lost}) ≈ {ratio} times as likely as the top does.</source>
        <translation>ℓ 차이: n·KL ≈ {lost} nat. 내 π̂의 가능도는 꼭대기의 exp(−{lost}) ≈ {ratio}배입니다.</translation>
    </message>
    <message>
        <source>ℓ lost ≈ {lost} nats: {ratio} times as likely</source>
        <translation>ℓ 차이 ≈ {lost} nat: 가능도 {ratio}배</translation>
    </message>
    <message>
        <source>The log-likelihood of n = {n} observations; its curve is hidden. Tries: {tries}.</source>
        <translation>관측값 n = {n}개의 로그 가능도. 곡선은 숨어 있습니다. 시도 {tries}번.</translation>
    </message>
    <message>
        <source>★ Best so far: π {pi} (no. {number}). Try on, or commit.</source>
        <translation>★ 지금까지 최고: π {pi} ({number}번). 더 시도하거나 π̂을 확정하세요.</translation>
    </message>
    <message>
        <source>★ Best so far: π {pi}</source>
        <translation>★ 지금까지 최고: π {pi}</translation>
    </message>
    <message>
        <source>{number}.  π {pi}   ℓ {height}</source>
        <translation>{number}.  π {pi}   ℓ {height}</translation>
    </message>
    <message>
        <source>π {pi} has been tried: see no. {number}.</source>
        <translation>π {pi}: 이미 시도한 값입니다. {number}번을 보세요.</translation>
    </message>
    <message>
        <source>Tried: see no. {number}.</source>
        <translation>이미 시도한 값: {number}번</translation>
    </message>
    <message>
        <source>{count} tries are plenty: now commit the π you trust most.</source>
        <translation>{count}번이면 충분합니다. 가장 믿을 만한 π를 π̂으로 확정하세요.</translation>
    </message>
    <message>
        <source>{count} tries: now commit.</source>
        <translation>{count}번 시도: 이제 π̂을 확정하세요.</translation>
    </message>
    <message>
        <source>No. {number} makes the data impossible: {why}.</source>
        <translation>{number}번에서는 자료가 나올 수 없습니다: {why}.</translation>
    </message>
    <message>
        <source>No. {number} makes the data impossible.</source>
        <translation>{number}번에서는 자료가 나올 수 없습니다.</translation>
    </message>
    <message>
        <source>Impossible: {why}.</source>
        <translation>불가능: {why}.</translation>
    </message>
    <message>
        <source>Spot on: this is the top.</source>
        <translation>정확합니다. 바로 여기가 꼭대기입니다.</translation>
    </message>
    <message>
        <source>Spot on.</source>
        <translation>정확합니다.</translation>
    </message>
    <message>
        <source>Close: the data can hardly tell your π̂ from the top.</source>
        <translation>가깝습니다. 자료로는 꼭대기와 거의 구별할 수 없습니다.</translation>
    </message>
    <message>
        <source>Close.</source>
        <translation>가깝습니다.</translation>
    </message>
    <message>
        <source>Not far: the data still leave room for your π̂.</source>
        <translation>멀지 않습니다. 자료로 배제할 수 없는 π̂입니다.</translation>
    </message>
    <message>
        <source>Not far.</source>
        <translation>멀지 않습니다.</translation>
    </message>
    <message>
        <source>Far off: n = {n} observations speak against it.</source>
        <translation>멉니다. 관측값 n = {n}개와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Far off.</source>
        <translation>멉니다.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Copied: what the plots show, in words.</source>
        <translation>그래프 설명을 텍스트로 복사했습니다.</translation>
    </message>
    <message>
        <source>Lessons of your own go into {folder}.</source>
        <translation>직접 만든 수업 파일을 넣는 폴더: {folder}</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Edit a sequence of zeros and ones, move π, and see how the likelihood, the log-likelihood and the binary cross-entropy (BCE) follow.</source>
        <translation>0과 1로 된 관측값을 고치고 π를 움직이면서 가능도, 로그 가능도, 이진 교차 엔트로피(BCE)가 어떻게 변하는지 살펴보세요.</translation>
    </message>
    <message>
        <source>The same π makes the first two largest and the third smallest: π̂ = k/n, the maximum likelihood estimate.</source>
        <translation>가능도와 로그 가능도가 가장 큰 π에서 BCE는 가장 작습니다. 이 π가 최대 가능도 추정값 π̂ = k/n입니다.</translation>
    </message>
    <message>
        <source>To begin, drag the slider under the plots, click a tile, or choose Lessons at the top.</source>
        <translation>먼저 그래프 아래의 슬라이더를 끌거나, 타일을 클릭하거나, 위쪽의 ‘수업’을 선택하세요.</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>관측값</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Labs</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>발표</translation>
    </message>
    <message>
        <source>Files and figures</source>
        <translation>파일과 그림</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Toggle the selected observations</source>
        <translation>선택한 관측값 바꾸기</translation>
    </message>
    <message>
        <source>Delete the selected observations</source>
        <translation>선택한 관측값 삭제</translation>
    </message>
    <message>
        <source>Copy the selected observations</source>
        <translation>선택한 관측값 복사</translation>
    </message>
    <message>
        <source>click</source>
        <translation>클릭</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>끌기</translation>
    </message>
    <message>
        <source>Move π with the slider, or in any plot</source>
        <translation>슬라이더나 그래프에서 π 이동</translation>
    </message>
    <message>
        <source>Move π by 0.01, on slider or plots</source>
        <translation>슬라이더나 그래프에서 π를 0.01씩 이동</translation>
    </message>
    <message>
        <source>Move π by 0.001</source>
        <translation>π를 0.001씩 이동</translation>
    </message>
    <message>
        <source>Move π by 0.1</source>
        <translation>π를 0.1씩 이동</translation>
    </message>
    <message>
        <source>Move π to 0, to 1</source>
        <translation>π를 0으로, 1로 이동</translation>
    </message>
    <message>
        <source>On the slider: move π by 0.01</source>
        <translation>슬라이더에서: π를 0.01씩 이동</translation>
    </message>
    <message>
        <source>On the slider: sweep π from 0 to 1, or stop</source>
        <translation>슬라이더에서: π 자동 이동(0에서 1까지), 멈춤</translation>
    </message>
    <message>
        <source>Toggle a tile: 1 becomes 0, 0 becomes 1</source>
        <translation>타일 하나 바꾸기: 1은 0으로, 0은 1로</translation>
    </message>
    <message>
        <source>Give several tiles the same value</source>
        <translation>여러 타일을 같은 값으로 바꾸기</translation>
    </message>
    <message>
        <source>Select several tiles</source>
        <translation>여러 타일 선택</translation>
    </message>
    <message>
        <source>Move among the tiles, with Shift select</source>
        <translation>타일 사이를 이동, Shift를 누르면 선택</translation>
    </message>
    <message>
        <source>Insert an observation at the caret</source>
        <translation>커서 위치에 관측값 넣기</translation>
    </message>
    <message>
        <source>Cut the selected observations</source>
        <translation>선택한 관측값 잘라내기</translation>
    </message>
    <message>
        <source>What can be done with the tiles</source>
        <translation>타일 메뉴</translation>
    </message>
    <message>
        <source>Zoom the π axis about the mouse</source>
        <translation>마우스 위치를 중심으로 π 축 확대, 축소</translation>
    </message>
    <message>
        <source>On a heading: that plot alone, or all again</source>
        <translation>제목에서: 그 그래프만 보기, 다시 모두 보기</translation>
    </message>
    <message>
        <source>Check the answer</source>
        <translation>답 확인</translation>
    </message>
    <message>
        <source>Where a plot asks: say where you expect the optimum</source>
        <translation>그래프에서 물을 때: 최적점의 위치 예측하기</translation>
    </message>
    <message>
        <source>Next step, also with a presenter</source>
        <translation>다음 걸음 (발표용 리모컨으로도)</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>이전 걸음</translation>
    </message>
    <message>
        <source>Dark screen, and back</source>
        <translation>화면을 어둡게, 다시 밝게</translation>
    </message>
    <message>
        <source>Drop a file on the window to open it</source>
        <translation>파일을 창에 끌어다 놓아 열기</translation>
    </message>
    <message>
        <source>The next control, the one before</source>
        <translation>다음 항목으로, 이전 항목으로</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>right-click</source>
        <translation>오른쪽 클릭</translation>
    </message>
    <message>
        <source>double-click</source>
        <translation>두 번 클릭</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>단축키와 도움말</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close the sheet (Esc)</source>
        <translation>도움말 닫기 (Esc)</translation>
    </message>
    <message>
        <source>Copy the whole sheet, to print or share it</source>
        <translation>인쇄하거나 공유할 수 있도록 도움말 전체 복사</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모형</translation>
    </message>
    <message>
        <source>Move w and b, in the landscape or with their sliders</source>
        <translation>지형이나 슬라이더에서 w와 b 이동</translation>
    </message>
    <message>
        <source>In the landscape: move w, move b; Shift finer, Ctrl coarser</source>
        <translation>지형에서: w 이동, b 이동. Shift를 누르면 더 조금씩, Ctrl을 누르면 더 많이</translation>
    </message>
    <message>
        <source>Jump to the fit</source>
        <translation>최적점으로 이동</translation>
    </message>
    <message>
        <source>Type w</source>
        <translation>w 직접 입력</translation>
    </message>
    <message>
        <source>One step down, one step back</source>
        <translation>한 걸음 내려가기, 한 걸음 되돌아가기</translation>
    </message>
    <message>
        <source>Descend by itself, or stop</source>
        <translation>자동으로 내려가기, 멈춤</translation>
    </message>
    <message>
        <source>Move a point along x</source>
        <translation>점을 x 방향으로 이동</translation>
    </message>
    <message>
        <source>On a point: y = 0 becomes 1, 1 becomes 0</source>
        <translation>점에서: y 바꾸기, 0은 1로, 1은 0으로</translation>
    </message>
    <message>
        <source>In the upper plot: add a point</source>
        <translation>위쪽 그래프에서: 점 추가</translation>
    </message>
    <message>
        <source>On a selected point, or row: turn its y round, take it away</source>
        <translation>선택한 점이나 행에서: y 바꾸기, 삭제</translation>
    </message>
    <message>
        <source>Zoom the landscape, closer, and back to all of it</source>
        <translation>지형 확대, 다시 전체 보기</translation>
    </message>
    <message>
        <source>The prediction alone, the landscape alone, both</source>
        <translation>예측만 보기, 지형만 보기, 둘 다 보기</translation>
    </message>
    <message>
        <source>Slice the landscape along w, along b</source>
        <translation>지형을 w 방향, b 방향으로 자르기</translation>
    </message>
    <message>
        <source>Paste two columns, x and y</source>
        <translation>x와 y 두 열 붙여넣기</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Drag the slider under the plots: π moves in all of them.</source>
        <translation>그래프 아래의 슬라이더를 끌어 보세요. 모든 그래프에서 π가 함께 움직입니다.</translation>
    </message>
    <message>
        <source>Click a tile: a one becomes a zero, and the curves follow.</source>
        <translation>타일을 클릭해 보세요. 1이 0으로 바뀌고 곡선도 따라 변합니다.</translation>
    </message>
    <message>
        <source>Or start with the lessons, which lead you step by step.</source>
        <translation>한 걸음씩 배우려면 수업에서 시작하세요.</translation>
    </message>
    <message>
        <source>Start the lessons</source>
        <translation>수업 시작</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>확인</translation>
    </message>
</context>
<context>
    <name>Intervals lab</name>
    <message>
        <source>Level</source>
        <translation>수준</translation>
    </message>
    <message>
        <source>Any level from 0.01 to 0.999999</source>
        <translation>0.01부터 0.999999까지의 수준</translation>
    </message>
    <message>
        <source>Log-likelihood below its top, cut by the level line</source>
        <translation>최댓값을 기준으로 한 로그 가능도와 이를 자르는 수준선</translation>
    </message>
    <message>
        <source>Drag: move π</source>
        <translation>끌기: π 이동</translation>
    </message>
    <message>
        <source>Of many such intervals this share would hold the true π</source>
        <translation>이런 구간을 여러 번 만들 때 π의 참값을 포함하는 구간의 비율</translation>
    </message>
    <message>
        <source>Level {level}</source>
        <translation>수준 {level}</translation>
    </message>
    <message>
        <source>parabola of the same curvature</source>
        <translation>같은 곡률의 포물선</translation>
    </message>
    <message>
        <source>The three intervals</source>
        <translation>세 가지 구간</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>밖</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>안</translation>
    </message>
    <message>
        <source>No observations: there is no π̂ and no interval.</source>
        <translation>관측값이 없어 π̂도 구간도 없습니다.</translation>
    </message>
    <message>
        <source>Wald</source>
        <translation>왈드</translation>
    </message>
    <message>
        <source>Wilson</source>
        <translation>윌슨</translation>
    </message>
    <message>
        <source>likelihood</source>
        <translation>가능도</translation>
    </message>
    <message>
        <source>low</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>high</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>width</source>
        <translation>폭</translation>
    </message>
    <message>
        <source>{times} times the data would be beyond 10¹⁵.</source>
        <translation>자료를 {times}배로 늘리면 10¹⁵개를 넘습니다.</translation>
    </message>
    <message>
        <source>⚠ Wald reaches below 0 and above 1, where no π is.</source>
        <translation>⚠ 왈드 구간이 0보다 작은 곳과 1보다 큰 곳까지 나갑니다. 그런 π는 없습니다.</translation>
    </message>
    <message>
        <source>The level line cuts the curve: likelihood. It cuts the dashed parabola: Wald.</source>
        <translation>수준선이 곡선을 자르면 가능도 구간, 점선 포물선을 자르면 왈드 구간입니다.</translation>
    </message>
    <message>
        <source>Level line: curve → likelihood, parabola → Wald.</source>
        <translation>수준선: 곡선 → 가능도, 포물선 → 왈드</translation>
    </message>
    <message>
        <source>width with {times} n</source>
        <translation>{times}n일 때 폭</translation>
    </message>
    <message>
        <source>{times} n</source>
        <translation>{times}n</translation>
    </message>
    <message>
        <source>Curvature −ℓ″(π̂) = n/(π̂(1−π̂)) ≈ {value}, the Fisher information at π̂.</source>
        <translation>곡률 −ℓ″(π̂) = n/(π̂(1−π̂)) ≈ {value}, π̂에서의 피셔 정보량과 같습니다.</translation>
    </message>
    <message>
        <source>Curvature −ℓ″(π̂) = n/(π̂(1−π̂)) ≈ {value}</source>
        <translation>곡률 −ℓ″(π̂) = n/(π̂(1−π̂)) ≈ {value}</translation>
    </message>
    <message>
        <source>Hollow: the same π̂ with {times} times the data, about a tenth of the width.</source>
        <translation>빈 막대: π̂은 같고 자료가 {times}배일 때. 폭은 약 10분의 1입니다.</translation>
    </message>
    <message>
        <source>Hollow: {times} times the data, a tenth of the width.</source>
        <translation>빈 막대: 자료 {times}배, 폭 약 10분의 1</translation>
    </message>
    <message>
        <source>Hollow: the same π̂ with {times} times the data; at the edge about a hundredth.</source>
        <translation>빈 막대: π̂은 같고 자료가 {times}배일 때. 경계에서는 폭이 약 100분의 1입니다.</translation>
    </message>
    <message>
        <source>Hollow: {times} times the data.</source>
        <translation>빈 막대: 자료 {times}배</translation>
    </message>
    <message>
        <source>⚠ Wald reaches below 0, where no π is.</source>
        <translation>⚠ 왈드 구간이 0보다 작은 곳까지 나갑니다. 그런 π는 없습니다.</translation>
    </message>
    <message>
        <source>⚠ Wald reaches above 1, where no π is.</source>
        <translation>⚠ 왈드 구간이 1보다 큰 곳까지 나갑니다. 그런 π는 없습니다.</translation>
    </message>
    <message>
        <source>⚠ Wald leaves [0, 1].</source>
        <translation>⚠ 왈드 구간이 [0, 1]을 벗어납니다.</translation>
    </message>
    <message>
        <source>{k} ones in {n}, level {level}.</source>
        <translation>관측 수 {n}, 1의 개수 {k}, 수준 {level}.</translation>
    </message>
    <message>
        <source>Curvature n/(π̂(1−π̂)) = Fisher information at π̂ = {value}: π̂ stands at the edge.</source>
        <translation>곡률 n/(π̂(1−π̂)) = π̂에서의 피셔 정보량 = {value}: π̂이 경계에 있습니다.</translation>
    </message>
    <message>
        <source>Curvature n/(π̂(1−π̂)) = {value}</source>
        <translation>곡률 n/(π̂(1−π̂)) = {value}</translation>
    </message>
    <message>
        <source>{name}: {low} to {high}, π {verdict}.</source>
        <translation>{name}: {low}부터 {high}까지, π는 {verdict}.</translation>
    </message>
    <message>
        <source>⚠ Wald has width 0, as if π̂ = {mle} were certain. The other two have a width.</source>
        <translation>⚠ 왈드 구간의 폭이 0이어서 π̂ = {mle}인 것이 확실한 듯 보입니다. 나머지 두 구간의 폭은 0이 아닙니다.</translation>
    </message>
    <message>
        <source>⚠ Wald has width 0, as if π̂ = {mle} were certain.</source>
        <translation>⚠ 왈드 구간의 폭이 0입니다 (π̂ = {mle}).</translation>
    </message>
    <message>
        <source>The intervals are too narrow to tell apart here: zoom to the peak (Z).</source>
        <translation>여기서는 구간이 너무 좁아 구별되지 않습니다. 최적점을 확대하세요 (Z).</translation>
    </message>
    <message>
        <source>Too narrow here: zoom to the peak (Z).</source>
        <translation>너무 좁음: 최적점을 확대하세요 (Z).</translation>
    </message>
</context>
<context>
    <name>Labs</name>
    <message>
        <source>Back to the plots</source>
        <translation>그래프로 돌아가기</translation>
    </message>
    <message>
        <source>Underflow</source>
        <translation>언더플로</translation>
    </message>
    <message>
        <source>The chain</source>
        <translation>변환 단계</translation>
    </message>
    <message>
        <source>Probability ↔ likelihood</source>
        <translation>확률 ↔ 가능도</translation>
    </message>
    <message>
        <source>Sharpening</source>
        <translation>뾰족해지는 가능도</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>맞혀 보기</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>구간 추정</translation>
    </message>
    <message>
        <source>Libraries at the edge</source>
        <translation>경계와 라이브러리</translation>
    </message>
    <message>
        <source>Multiply more and more factors, and see what is left.</source>
        <translation>인수를 점점 더 많이 곱하면서 무엇이 남는지 보세요.</translation>
    </message>
    <message>
        <source>Turn the steps on one by one, and watch the dashed line.</source>
        <translation>단계를 하나씩 켜면서 점선을 지켜보세요.</translation>
    </message>
    <message>
        <source>One table: read its rows, then its columns.</source>
        <translation>표 하나를 행으로도 읽고 열로도 읽어 보세요.</translation>
    </message>
    <message>
        <source>Let the observations come one by one; double them.</source>
        <translation>관측값을 하나씩 더해 보고, 두 배로 늘려 보세요.</translation>
    </message>
    <message>
        <source>Try some values of π, then say where the top is.</source>
        <translation>여러 π를 시도한 뒤 꼭대기가 어디인지 정하세요.</translation>
    </message>
    <message>
        <source>Three ways to say how sure we are of π̂.</source>
        <translation>π̂이 얼마나 확실한지 나타내는 세 가지 방법입니다.</translation>
    </message>
    <message>
        <source>Take π to the edge: who says ∞, and who does not?</source>
        <translation>π를 경계로 옮겨 보세요. 어느 라이브러리가 ∞를 반환할까요?</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>A lesson was left out. {error}</source>
        <translation>수업 하나를 불러오지 못했습니다. {error}</translation>
    </message>
    <message>
        <source>formula with the numbers of the moment</source>
        <translation>현재 값을 대입한 수식</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>The step before (Alt+←)</source>
        <translation>이전 걸음 (Alt+←)</translation>
    </message>
    <message>
        <source>step before</source>
        <translation>이전 걸음</translation>
    </message>
    <message>
        <source>Next lesson →</source>
        <translation>다음 수업 →</translation>
    </message>
    <message>
        <source>Next →</source>
        <translation>다음 →</translation>
    </message>
    <message>
        <source>The next step (Alt+→)</source>
        <translation>다음 걸음 (Alt+→)</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>다음 걸음</translation>
    </message>
    <message>
        <source>← Back</source>
        <translation>← 이전</translation>
    </message>
    <message>
        <source>Lesson {number} / {count}</source>
        <translation>수업 {number} / {count}</translation>
    </message>
    <message>
        <source>Step {number} / {count}</source>
        <translation>걸음 {number} / {count}</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업 목록</translation>
    </message>
    <message>
        <source>done</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>{count}개 마침</translation>
    </message>
    <message>
        <source>your answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Enter gives the answer</source>
        <translation>Enter로 답하기</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Give the answer (Enter)</source>
        <translation>답하기 (Enter)</translation>
    </message>
    <message>
        <source>It is {expected}.</source>
        <translation>정답은 {expected}입니다.</translation>
    </message>
    <message>
        <source>Now you</source>
        <translation>직접 해 보기</translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation>먼저 예측하기</translation>
    </message>
    <message>
        <source>Show a hint</source>
        <translation>힌트 보기</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>풀이 보기</translation>
    </message>
    <message>
        <source>Predict again</source>
        <translation>다시 예측하기</translation>
    </message>
    <message>
        <source>✓ Done.</source>
        <translation>✓ 완료했습니다.</translation>
    </message>
    <message>
        <source>✗ Not yet.</source>
        <translation>✗ 아직 아닙니다.</translation>
    </message>
    <message>
        <source>✓ That is right.</source>
        <translation>✓ 맞았습니다.</translation>
    </message>
    <message>
        <source>You expected {given}; it is {expected}.</source>
        <translation>예측: {given}, 정답: {expected}.</translation>
    </message>
    <message>
        <source>Click in a plot, or type a value.</source>
        <translation>그래프를 클릭하거나 값을 입력하세요.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>수를 입력하세요.</translation>
    </message>
    <message>
        <source>Do it on the screen, then press Check.</source>
        <translation>화면에서 직접 해 보고 ‘확인’을 누르세요.</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>{line}번째 줄</translation>
    </message>
    <message>
        <source>; allowed: {allowed}</source>
        <translation>; 쓸 수 있는 것: {allowed}</translation>
    </message>
    <message>
        <source>Type a number such as 0.7, 1/1320, 70 % or 2×10⁻⁴.</source>
        <translation>0.7, 1/1320, 70 %, 2×10⁻⁴과 같은 수를 입력하세요.</translation>
    </message>
    <message>
        <source>“{text}” is not a number such as 0.7, 1/1320, 70 %, 2×10⁻⁴ or ∞.</source>
        <translation>“{text}”: 0.7, 1/1320, 70 %, 2×10⁻⁴, ∞와 같은 형식의 수가 아닙니다.</translation>
    </message>
    <message>
        <source>“{text}” divides by zero.</source>
        <translation>“{text}”: 0으로 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>A place on the axis is a number from 0 to 1, not “{text}”.</source>
        <translation>축 위의 위치는 0 이상 1 이하의 수입니다. 입력한 값: “{text}”</translation>
    </message>
    <message>
        <source>the file cannot be read ({found})</source>
        <translation>파일을 읽을 수 없습니다 ({found})</translation>
    </message>
    <message>
        <source>the file is not UTF-8 text</source>
        <translation>UTF-8 텍스트 파일이 아닙니다</translation>
    </message>
    <message>
        <source>the file is too large for a lesson</source>
        <translation>수업 파일로는 너무 큽니다</translation>
    </message>
    <message>
        <source>the file&apos;s name is not that of a lesson, as in 07-mle.md</source>
        <translation>수업 파일의 이름이 아닙니다. 예: 07-mle.md</translation>
    </message>
    <message>
        <source>{found} may not stand here, or is not closed</source>
        <translation>여기에 쓸 수 없거나 닫히지 않았습니다: {found}</translation>
    </message>
    <message>
        <source>there is no key {found}</source>
        <translation>없는 키입니다: {found}</translation>
    </message>
    <message>
        <source>there is no section {found}</source>
        <translation>없는 절입니다: {found}</translation>
    </message>
    <message>
        <source>there is no fence {found}</source>
        <translation>없는 코드 블록입니다: {found}</translation>
    </message>
    <message>
        <source>{found} is missing</source>
        <translation>빠졌습니다: {found}</translation>
    </message>
    <message>
        <source>{found} is there twice</source>
        <translation>두 번 나옵니다: {found}</translation>
    </message>
    <message>
        <source>{found} stands too late</source>
        <translation>너무 뒤에 있습니다: {found}</translation>
    </message>
    <message>
        <source>{field} may not be {found}</source>
        <translation>{field}에 쓸 수 없는 값입니다: {found}</translation>
    </message>
    <message>
        <source>{field} holds an expression without a value: {found}</source>
        <translation>{field}의 식에 값이 없습니다: {found}</translation>
    </message>
    <message>
        <source>a choice has two to four options, one of them right</source>
        <translation>선택지는 두 개에서 네 개이고 그중 하나가 답이어야 합니다</translation>
    </message>
    <message>
        <source>the claim is false</source>
        <translation>claim이 참이 아닙니다</translation>
    </message>
    <message>
        <source>what is to be done is done already, or not by Show me</source>
        <translation>할 일이 처음부터 되어 있거나 solve로 완료되지 않습니다</translation>
    </message>
    <message>
        <source>{found} is no target, or is not on the screen then</source>
        <translation>가리킬 수 없거나 그때 화면에 없습니다: {found}</translation>
    </message>
    <message>
        <source>{found} may not stand in the text</source>
        <translation>본문에 쓸 수 없습니다: {found}</translation>
    </message>
    <message>
        <source>a rule of the program&apos;s own lessons is broken</source>
        <translation>기본 수업의 규칙을 어겼습니다</translation>
    </message>
    <message>
        <source>✗ Not quite.</source>
        <translation>✗ 예측과 다릅니다.</translation>
    </message>
    <message>
        <source>; the nearest name is {name}</source>
        <translation>; 가장 비슷한 이름: {name}</translation>
    </message>
    <message>
        <source>Open in Model</source>
        <translation>모형에서 열기</translation>
    </message>
    <message>
        <source>These examples with an x each, in the Model view</source>
        <translation>x가 있는 이 예제를 모형 화면에서 열기</translation>
    </message>
</context>
<context>
    <name>Libraries lab</name>
    <message>
        <source>y = 1, π → 0</source>
        <translation>y = 1, π → 0</translation>
    </message>
    <message>
        <source>y = 0, π → 1</source>
        <translation>y = 0, π → 1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>The loss of a one beside π = 0</source>
        <translation>π = 0 근처에서 1의 손실</translation>
    </message>
    <message>
        <source>The loss of a zero beside π = 1</source>
        <translation>π = 1 근처에서 0의 손실</translation>
    </message>
    <message>
        <source>Losses on the way to the edge</source>
        <translation>경계로 가는 동안의 손실</translation>
    </message>
    <message>
        <source>Drag: move π, a power of ten at each tenth of the way</source>
        <translation>끌기: π 이동 (10의 거듭제곱 단위)</translation>
    </message>
    <message>
        <source>Set π to {pi}</source>
        <translation>π = {pi} 설정</translation>
    </message>
    <message>
        <source>Loss of a one, −log π, as π → 0</source>
        <translation>π → 0일 때 1의 손실 −log π</translation>
    </message>
    <message>
        <source>Loss of a zero, −log(1−π), as π → 1</source>
        <translation>π → 1일 때 0의 손실 −log(1−π)</translation>
    </message>
    <message>
        <source>exact, SciPy: ∞ from 1 − 10⁻¹⁷ on (float64)</source>
        <translation>정확한 값, SciPy: 1 − 10⁻¹⁷부터 ∞ (float64)</translation>
    </message>
    <message>
        <source>exact, SciPy: rises for ever</source>
        <translation>정확한 값, SciPy: 한없이 커짐</translation>
    </message>
    <message>
        <source>JAX: ∞ from 1 − 10⁻⁸ on (float32)</source>
        <translation>JAX: 1 − 10⁻⁸부터 ∞ (float32)</translation>
    </message>
    <message>
        <source>JAX: ∞ from 10⁻⁴⁶ on (float32)</source>
        <translation>JAX: 10⁻⁴⁶부터 ∞ (float32)</translation>
    </message>
    <message>
        <source>What libraries return at this π</source>
        <translation>이 π에서 라이브러리가 반환하는 값</translation>
    </message>
    <message>
        <source>≠ differs from the exact value. Losses in nats at this π.</source>
        <translation>≠ 정확한 값과 다름. 현재 π에서의 손실(단위 nat).</translation>
    </message>
    <message>
        <source>≠ differs from the exact value</source>
        <translation>≠ 정확한 값과 다름</translation>
    </message>
    <message>
        <source>Arbuthnot: 82 ones, so at π = 1 the loss is 0; one later zero costs ∞, unless a library clips.</source>
        <translation>아버스넛: 82개가 모두 1이므로 π = 1에서 손실은 0. 이후 0이 하나 나오면 ∞ (제한이 없을 때).</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>정확한 값</translation>
    </message>
    <message>
        <source>loss of y = 1</source>
        <translation>y = 1의 손실</translation>
    </message>
    <message>
        <source>loss of y = 0</source>
        <translation>y = 0의 손실</translation>
    </message>
    <message>
        <source>your BCE</source>
        <translation>내 BCE</translation>
    </message>
    <message>
        <source>−log f(y; π), ∞ where f is 0</source>
        <translation>−log f(y; π), f가 0이면 ∞</translation>
    </message>
    <message>
        <source>∞ at the edge</source>
        <translation>경계에서 ∞</translation>
    </message>
    <message>
        <source>nothing clipped: ∞ at the edge</source>
        <translation>제한 없음: 경계에서 ∞</translation>
    </message>
    <message>
        <source>nothing clipped, in float32: ∞</source>
        <translation>제한 없음, float32: ∞</translation>
    </message>
    <message>
        <source>∞, in float32</source>
        <translation>∞, float32</translation>
    </message>
    <message>
        <source>clips π to [ε, 1−ε], ε = 2.2×10⁻¹⁶</source>
        <translation>π를 [ε, 1−ε] 안으로 제한, ε = 2.2×10⁻¹⁶</translation>
    </message>
    <message>
        <source>clips at 2.2×10⁻¹⁶</source>
        <translation>2.2×10⁻¹⁶에서 제한</translation>
    </message>
    <message>
        <source>clips π to [ε, 1−ε], ε = 1.2×10⁻⁷</source>
        <translation>π를 [ε, 1−ε] 안으로 제한, ε = 1.2×10⁻⁷</translation>
    </message>
    <message>
        <source>clips at 1.2×10⁻⁷</source>
        <translation>1.2×10⁻⁷에서 제한</translation>
    </message>
    <message>
        <source>clamps each log at −100, in float32</source>
        <translation>로그를 −100 이상으로 제한, float32</translation>
    </message>
    <message>
        <source>log ≥ −100</source>
        <translation>log ≥ −100</translation>
    </message>
    <message>
        <source>clips π to [10⁻⁷, 1−10⁻⁷], in float32</source>
        <translation>π를 [10⁻⁷, 1−10⁻⁷] 안으로 제한, float32</translation>
    </message>
    <message>
        <source>clips at 10⁻⁷</source>
        <translation>10⁻⁷에서 제한</translation>
    </message>
    <message>
        <source>In Arbuthnot’s 82 years all are ones: at π = 1 the loss is exactly 0. One later zero costs ∞ there, unless a library clips: then {clipped}, {clamped}, …</source>
        <translation>아버스넛의 82년은 모두 1이므로 π = 1에서 손실은 정확히 0입니다. 이후 0이 하나라도 나오면 그곳의 손실은 ∞이고, 값을 제한하는 라이브러리에서는 {clipped}, {clamped}, …입니다.</translation>
    </message>
    <message>
        <source>BCE of your {counts}</source>
        <translation>내 자료 {counts}의 BCE</translation>
    </message>
    <message>
        <source>All {n} observations are ones: at π = π̂ = 1 the loss is exactly 0. One later zero costs ∞ there, unless a library clips: then {clipped}, {clamped}, …</source>
        <translation>관측값 {n}개가 모두 1이므로 π = π̂ = 1에서 손실은 정확히 0입니다. 이후 0이 하나라도 나오면 그곳의 손실은 ∞이고, 값을 제한하는 라이브러리에서는 {clipped}, {clamped}, …입니다.</translation>
    </message>
    <message>
        <source>All {n} are ones: at π = 1 the loss is 0, and one later zero costs ∞, unless a library clips.</source>
        <translation>{n}개가 모두 1: π = 1에서 손실은 0. 이후 0이 하나 나오면 ∞ (제한이 없을 때).</translation>
    </message>
    <message>
        <source>not exact:</source>
        <translation>정확하지 않음:</translation>
    </message>
    <message>
        <source>{name}: y = 1 {one}, y = 0 {zero}, BCE {mean}.</source>
        <translation>{name}: y = 1은 {one}, y = 0은 {zero}, BCE {mean}.</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>one π</source>
        <translation>π 하나</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Rate, examples in a step, mean or sum, which x</source>
        <translation>학습률, 한 걸음에 쓰는 예제, 평균 또는 합, x의 표준화</translation>
    </message>
    <message>
        <source>Pause (S)</source>
        <translation>멈추기 (S)</translation>
    </message>
    <message>
        <source>Play: go down step by step (S)</source>
        <translation>재생: 한 걸음씩 내려가기 (S)</translation>
    </message>
    <message>
        <source>How to go down</source>
        <translation>내려가는 방법</translation>
    </message>
    <message>
        <source>Gradient descent goes down the slope, Newton's method to the bottom of the parabola that fits here (← →)</source>
        <translation>경사 하강법은 기울기의 반대 방향으로 내려가고, 뉴턴법은 이 점에서 맞춘 포물면의 바닥으로 갑니다 (← →)</translation>
    </message>
    <message>
        <source>rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Any number above 0: 0.5, 1e−4 or 1/23; ↑ ↓ 1, 2, 5, 10 …; Enter</source>
        <translation>0보다 큰 수: 0.5, 1e−4, 1/23 등. ↑ ↓: 1, 2, 5, 10 …. Enter를 누르면 적용됩니다</translation>
    </message>
    <message>
        <source>Jump to the fit</source>
        <translation>최적점으로</translation>
    </message>
    <message>
        <source>w and b of the least BCE, at once (M)</source>
        <translation>BCE가 가장 작은 w와 b로 바로 갑니다 (M)</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>One step back (Alt+←)</source>
        <translation>한 걸음 뒤로 (Alt+←)</translation>
    </message>
    <message>
        <source>One step (Alt+→)</source>
        <translation>한 걸음 앞으로 (Alt+→)</translation>
    </message>
    <message>
        <source>To the end: until nothing more happens</source>
        <translation>끝까지: 더 변하지 않을 때까지</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>경사 하강법</translation>
    </message>
    <message>
        <source>Newton</source>
        <translation>뉴턴법</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>간단히</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>자세히…</translation>
    </message>
    <message>
        <source>← → 1, 2, 5, 10 …; with Shift a tenth more or less, with Ctrl ten times</source>
        <translation>← →: 1, 2, 5, 10 …, Shift를 누르면 10%씩, Ctrl을 누르면 10배씩</translation>
    </message>
    <message>
        <source>Examples in a step</source>
        <translation>한 걸음에 쓰는 예제</translation>
    </message>
    <message>
        <source>A step looks at all examples, or at one alone, in an order drawn from the seed (← →)</source>
        <translation>한 걸음마다 예제 전체를 쓰거나, 시드로 정한 순서에 따라 하나씩 씁니다 (← →)</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Seed of the order</source>
        <translation>순서를 정하는 시드</translation>
    </message>
    <message>
        <source>The same seed goes through the examples in the same order (Enter)</source>
        <translation>시드가 같으면 예제를 쓰는 순서도 같습니다 (Enter)</translation>
    </message>
    <message>
        <source>Gradient of the mean or of the sum</source>
        <translation>평균의 기울기 또는 합의 기울기</translation>
    </message>
    <message>
        <source>1/N changes the scale, never the place of the minimum: the gradient of the sum is N times that of the mean, as if η were N times as large (← →)</source>
        <translation>1/N은 크기만 바꾸고 최적점의 위치는 바꾸지 않습니다. 합의 기울기는 평균의 N배이므로 η가 N배인 것과 같습니다 (← →)</translation>
    </message>
    <message>
        <source>The x that the descent walks in</source>
        <translation>경사 하강법이 쓰는 x</translation>
    </message>
    <message>
        <source>Standardised, the valley is round and a step leads to its floor; with x as given it may be long and narrow: the descent crawls or diverges (← →)</source>
        <translation>x를 표준화하면 골짜기가 둥글어 걸음이 바닥을 향합니다. 원래 x로는 골짜기가 길고 좁아 몹시 느리거나 발산할 수 있습니다 (← →)</translation>
    </message>
    <message>
        <source>Newton has no rate: the curvature says how far to go.</source>
        <translation>뉴턴법에는 학습률이 없습니다. 얼마나 나아갈지는 곡률이 정합니다.</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>전체를 한 번에</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>mean (1/N)</source>
        <translation>평균(1/N)</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>x standardised</source>
        <translation>표준화한 x</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>원래 x</translation>
    </message>
    <message>
        <source>Newton&apos;s steps overshoot. Begin nearer to the minimum, or descend first.</source>
        <translation>뉴턴법의 걸음이 최적점을 지나칩니다. 더 가까이에서 시작하거나 먼저 경사 하강법으로 내려가세요.</translation>
    </message>
    <message>
        <source>Newton&apos;s step overshot: the loss rose.</source>
        <translation>뉴턴법의 걸음이 최적점을 지나쳐 손실이 커졌습니다.</translation>
    </message>
    <message>
        <source>Too flat here for a Newton step: the curvature is 0 to rounding.</source>
        <translation>여기는 너무 평평하여 뉴턴법으로 나아갈 수 없습니다. 곡률이 반올림 오차 범위에서 0입니다.</translation>
    </message>
    <message>
        <source>Stuck: the steps are too small to change anything here.</source>
        <translation>여기서는 걸음이 너무 작아 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>▶ goes down step by step from here.</source>
        <translation>▶: 여기에서 한 걸음씩 내려갑니다.</translation>
    </message>
    <message>
        <source>The rate is too large: the loss bounces.</source>
        <translation>학습률이 너무 커서 손실이 오르내립니다.</translation>
    </message>
    <message>
        <source>The loss rose: one example alone does not know the others.</source>
        <translation>손실이 커졌습니다. 예제 하나만 보고 움직였기 때문입니다.</translation>
    </message>
    <message>
        <source>The loss rose in this step: the rate is large.</source>
        <translation>이번 걸음에서 손실이 커졌습니다. 학습률이 큽니다.</translation>
    </message>
    <message>
        <source>A valley {times} times as long as wide: {steps} steps for half of the way.</source>
        <translation>길이가 너비의 {times}배인 골짜기: 남은 길의 절반에 {steps}걸음이 걸립니다.</translation>
    </message>
    <message>
        <source>One example at a time: 1/N plays no part.</source>
        <translation>예제를 하나씩 쓰므로 1/N은 관계없습니다.</translation>
    </message>
    <message>
        <source>step {step}, loss {before} → {after}</source>
        <translation>{step}번째 걸음, 손실 {before} → {after}</translation>
    </message>
    <message>
        <source>The sum takes the same steps at η/N = {rate}.</source>
        <translation>합을 쓸 때는 η/N = {rate}이면 걸음이 같습니다.</translation>
    </message>
    <message>
        <source>Settled: what is left to fall is less than rounding.</source>
        <translation>수렴했습니다. 더 줄어들 손실이 반올림 오차보다 작습니다.</translation>
    </message>
    <message>
        <source>There is no minimum to settle at: the loss falls for ever.</source>
        <translation>최솟값이 없어 수렴하지 않고 손실이 끝없이 줄어듭니다.</translation>
    </message>
    <message>
        <source>It hovers: each example pulls its own way. A smaller η comes nearer.</source>
        <translation>최적점 근처를 맴돕니다. 예제마다 당기는 쪽이 다릅니다. η를 줄이면 더 가까워집니다.</translation>
    </message>
    <message>
        <source>η of the sum is η·N = {rate} of the mean.</source>
        <translation>합의 η는 평균의 η·N = {rate}에 해당합니다.</translation>
    </message>
    <message>
        <source>x as given: a valley some {times} times as long as wide.</source>
        <translation>원래 x: 골짜기의 길이가 너비의 약 {times}배입니다.</translation>
    </message>
    <message>
        <source>Which columns?</source>
        <translation>어느 열을 쓸까요?</translation>
    </message>
    <message>
        <source>x, a number</source>
        <translation>x (수)</translation>
    </message>
    <message>
        <source>y, 0 or 1</source>
        <translation>y (0 또는 1)</translation>
    </message>
    <message>
        <source>x and y must be two columns.</source>
        <translation>x와 y는 서로 다른 두 열이어야 합니다.</translation>
    </message>
    <message>
        <source>x: a column of numbers; y: 0 and 1, or two words such as yes and no.</source>
        <translation>x: 수로 된 열. y: 0과 1, 또는 yes/no처럼 두 낱말로 된 열.</translation>
    </message>
    <message>
        <source>Examples in the text that was pasted</source>
        <translation>붙여넣은 텍스트의 예제</translation>
    </message>
    <message>
        <source>Examples in “{name}”</source>
        <translation>“{name}”의 예제</translation>
    </message>
    <message>
        <source>Descending…</source>
        <translation>내려가는 중…</translation>
    </message>
    <message>
        <source>w and b can be no larger than 10¹⁵⁴.</source>
        <translation>w와 b의 절댓값은 10¹⁵⁴ 이하여야 합니다.</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>bit</translation>
    </message>
    <message>
        <source>Example {i}: x = {x}, y = {y}, ŷ = {prediction}, loss {loss}</source>
        <translation>예제 {i}: x = {x}, y = {y}, ŷ = {prediction}, 손실 {loss}</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>… {count}개 더</translation>
    </message>
    <message>
        <source>{count} selected, {ones} of them 1</source>
        <translation>{count}개 선택, 그중 1이 {ones}개</translation>
    </message>
    <message>
        <source>Empty the table</source>
        <translation>표 비우기</translation>
    </message>
    <message>
        <source>Random…</source>
        <translation>무작위…</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>다시 뽑기</translation>
    </message>
    <message>
        <source>Swap 0 and 1</source>
        <translation>0과 1 맞바꾸기</translation>
    </message>
    <message>
        <source>Edit x</source>
        <translation>x 고치기</translation>
    </message>
    <message>
        <source>Swap y</source>
        <translation>y 바꾸기</translation>
    </message>
    <message>
        <source>Add an example</source>
        <translation>예제 추가</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>No examples.</source>
        <translation>예제가 없습니다.</translation>
    </message>
    <message>
        <source>No examples. Add a point, paste two columns, or open a file.</source>
        <translation>예제가 없습니다. 점을 추가하거나, 두 열을 붙여넣거나, 파일을 여세요.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>Real data, random data, what is done to all of them (Alt+X)</source>
        <translation>실제 자료, 무작위 자료, 예제 전체 바꾸기 (Alt+X)</translation>
    </message>
    <message>
        <source>Two columns, x and y, in place of these examples (Ctrl+V)</source>
        <translation>지금의 예제 대신 x와 y 두 열 붙여넣기 (Ctrl+V)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Open a table, CSV or TSV, or a session (Ctrl+O)</source>
        <translation>CSV나 TSV 표, 또는 세션 열기 (Ctrl+O)</translation>
    </message>
    <message>
        <source>+ point</source>
        <translation>+ 점</translation>
    </message>
    <message>
        <source>Add an example (Insert, in the table)</source>
        <translation>예제 추가 (표에서 Insert)</translation>
    </message>
    <message>
        <source>{n} examples, {k} of them 1; x from {low} to {high}.</source>
        <translation>예제 {n}개, 그중 1이 {k}개. x는 {low}부터 {high}까지.</translation>
    </message>
    <message>
        <source>the loss −log f: of what the model held for the label that came</source>
        <translation>손실 −log f: f는 실제로 나온 y에 모형이 준 확률</translation>
    </message>
    <message>
        <source>the prediction: how probable the model holds a one</source>
        <translation>예측: 모형이 계산한, 1이 나올 확률</translation>
    </message>
    <message>
        <source>examples as a table</source>
        <translation>예제 표</translation>
    </message>
    <message>
        <source>Arrows move, with Shift they select; Enter or a digit edits x, Space or 0 and 1 set y, Insert adds, Delete removes.</source>
        <translation>방향키로 이동, Shift와 함께 선택, Enter나 숫자로 x 고치기, Space나 0과 1로 y 바꾸기, Insert로 추가, Delete로 삭제.</translation>
    </message>
    <message>
        <source>x of the example</source>
        <translation>예제의 x</translation>
    </message>
    <message>
        <source>Without examples there is no loss, and no landscape.</source>
        <translation>예제가 없으면 손실도, 지형도 없습니다.</translation>
    </message>
    <message>
        <source>Loss landscape BCE(w, b)</source>
        <translation>손실 지형 BCE(w, b)</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모형</translation>
    </message>
    <message>
        <source>now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>one π: H(k/n)</source>
        <translation>π 하나: H(k/n)</translation>
    </message>
    <message>
        <source>minimum, w and b</source>
        <translation>w와 b: 최솟값</translation>
    </message>
    <message>
        <source>Open examples</source>
        <translation>예제 열기</translation>
    </message>
    <message>
        <source>“{one}” is read as 1, “{zero}” as 0; Ctrl+I swaps them.</source>
        <translation>“{one}”은(는) 1로, “{zero}”은(는) 0으로 읽었습니다. Ctrl+I로 맞바꿉니다.</translation>
    </message>
    <message>
        <source>Reading the text…</source>
        <translation>텍스트를 읽는 중…</translation>
    </message>
    <message>
        <source>Tables and sessions (*.csv *.tsv *.txt *.bernoulli.json)</source>
        <translation>표와 세션 (*.csv *.tsv *.txt *.bernoulli.json)</translation>
    </message>
    <message>
        <source>There is no text to be pasted.</source>
        <translation>붙여넣을 텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>Drawing {n} examples…</source>
        <translation>예제 {n}개를 뽑는 중…</translation>
    </message>
    <message>
        <source>Allowed: a finite number, at most 10¹⁵⁰ in size.</source>
        <translation>절댓값이 10¹⁵⁰ 이하인 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>Allowed: 0 and 1, or two words such as yes and no.</source>
        <translation>0과 1, 또는 yes/no처럼 두 낱말만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The text is not a table that can be read.</source>
        <translation>표로 읽을 수 없는 텍스트입니다.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}</source>
        <translation>{line}행, 열 {column}</translation>
    </message>
    <message>
        <source>Row {line}, column {column}</source>
        <translation>{line}행, 열 {column}</translation>
    </message>
    <message>
        <source>Allowed: {zero} and {one}.</source>
        <translation>쓸 수 있는 값: {zero}, {one}.</translation>
    </message>
    <message>
        <source>{place}: the cell is empty.</source>
        <translation>{place}: 빈칸입니다.</translation>
    </message>
    <message>
        <source>{place}: “{found}” is not a number.</source>
        <translation>{place}: “{found}”은(는) 수가 아닙니다.</translation>
    </message>
    <message>
        <source>{place}: “{found}” is too large.</source>
        <translation>{place}: “{found}”은(는) 너무 큽니다.</translation>
    </message>
    <message>
        <source>{place}: the comma in “{found}” may have two meanings.</source>
        <translation>{place}: “{found}”의 쉼표는 두 가지로 읽힐 수 있습니다.</translation>
    </message>
    <message>
        <source>Allowed: a decimal point.</source>
        <translation>소수점은 점(.)으로 쓰세요.</translation>
    </message>
    <message>
        <source>{place}: “{found}” is no label.</source>
        <translation>{place}: “{found}”은(는) y 값이 아닙니다.</translation>
    </message>
    <message>
        <source>{place}: “{found}” is the only word; it may be 0 or 1.</source>
        <translation>{place}: 낱말이 “{found}” 하나뿐이어서 0인지 1인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>{place}: “{found}” stands beyond the last column.</source>
        <translation>{place}: “{found}”이(가) 마지막 열 밖에 있습니다.</translation>
    </message>
    <message>
        <source>x is a number such as 66, −1.5, 2e-3 or 1/3, not “{text}”.</source>
        <translation>x는 66, −1.5, 2e-3, 1/3과 같은 수입니다. 입력한 값: “{text}”</translation>
    </message>
    <message>
        <source>x is at most 10¹⁵⁰ in size, not “{text}”.</source>
        <translation>x의 절댓값은 10¹⁵⁰ 이하여야 합니다. 입력한 값: “{text}”</translation>
    </message>
    <message>
        <source>There are no examples in it.</source>
        <translation>예제가 없습니다.</translation>
    </message>
    <message>
        <source>It holds more than {most} examples; that is the most.</source>
        <translation>예제가 너무 많습니다. {most}개까지만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>It has a single column; two are needed, x and y.</source>
        <translation>열이 하나뿐입니다. x와 y 두 열이 필요합니다.</translation>
    </message>
    <message>
        <source>It is an array of NumPy&apos;s; allowed is a table, as text.</source>
        <translation>NumPy 배열입니다. 텍스트로 된 표만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>There are no examples yet, and no landscape.</source>
        <translation>아직 예제가 없어 지형도 없습니다.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Show the usual part of the landscape</source>
        <translation>지형의 기본 범위 보기</translation>
    </message>
    <message>
        <source>Direction of the slice</source>
        <translation>단면의 방향</translation>
    </message>
    <message>
        <source>A slice of the landscape along w, or along b</source>
        <translation>w 방향 또는 b 방향으로 자른 지형의 단면</translation>
    </message>
    <message>
        <source>Loss landscape: drag w and b</source>
        <translation>손실 지형: 끌어서 w와 b 이동</translation>
    </message>
    <message>
        <source>along w</source>
        <translation>w 방향</translation>
    </message>
    <message>
        <source>along b</source>
        <translation>b 방향</translation>
    </message>
    <message>
        <source>now {value} at {place}</source>
        <translation>현재는 {place}에서 {value}입니다</translation>
    </message>
    <message>
        <source>BCE comes as near to {least} as one likes, and never reaches it; {now}.</source>
        <translation>BCE는 {least}에 얼마든지 가까워지지만 결코 닿지 않습니다. {now}.</translation>
    </message>
    <message>
        <source>The least BCE {least} is at {place}; {now}.</source>
        <translation>BCE의 최솟값은 {place}에서 {least}입니다. {now}.</translation>
    </message>
    <message>
        <source>every point of this line is a minimum</source>
        <translation>이 직선 위의 모든 점에서 최소</translation>
    </message>
    <message>
        <source>the loss falls for ever in this direction</source>
        <translation>이 방향으로 손실이 끝없이 줄어듦</translation>
    </message>
    <message>
        <source>falls for ever</source>
        <translation>끝없이 줄어듦</translation>
    </message>
    <message>
        <source>true w and b</source>
        <translation>w와 b의 참값</translation>
    </message>
    <message>
        <source>true</source>
        <translation>참값</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>What the examples share</source>
        <translation>예제가 공유하는 것</translation>
    </message>
    <message>
        <source>One π for all examples (w = 0), as in Explore, or a prediction for each x: the least BCE falls from H(k/n) to that of the fit (← →)</source>
        <translation>탐색에서처럼 모든 예제에 하나의 π(w = 0)를 쓰거나, x마다 따로 예측합니다. 따로 예측하면 BCE의 최솟값이 H(k/n)에서 최적의 w와 b의 값으로 내려갑니다 (← →)</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>모형</translation>
    </message>
    <message>
        <source>Any number: −0.25, 1e−3 or 1/3; Enter takes it, Esc gives up</source>
        <translation>수: −0.25, 1e−3, 1/3 등. Enter를 누르면 적용되고 Esc를 누르면 취소됩니다</translation>
    </message>
    <message>
        <source>Gradient of BCE</source>
        <translation>BCE의 기울기</translation>
    </message>
    <message>
        <source>BCE now, with one π, and at its least</source>
        <translation>현재의 BCE, π 하나일 때의 BCE, BCE의 최솟값</translation>
    </message>
    <message>
        <source>A click on a floor jumps to the w and b that reach it (M: the fit)</source>
        <translation>막대를 클릭하면 그 값에 이르는 w와 b로 이동합니다 (M: 최적점)</translation>
    </message>
    <message>
        <source>What is the matter with the examples</source>
        <translation>예제의 특징</translation>
    </message>
    <message>
        <source>one shared π</source>
        <translation>π 하나 공유</translation>
    </message>
    <message>
        <source>w and b</source>
        <translation>w와 b</translation>
    </message>
    <message>
        <source>w, the weight</source>
        <translation>가중치 w</translation>
    </message>
    <message>
        <source>b, the bias</source>
        <translation>편향 b</translation>
    </message>
    <message>
        <source>← → a hundredth of the range, with Shift a tenth of that, with Ctrl ten times that; Space goes down step by step; M jumps to the fit</source>
        <translation>← →: 범위의 1/100씩, Shift를 누르면 1/1000씩, Ctrl을 누르면 1/10씩 이동. Space: 한 걸음씩 내려가기, M: 최적점으로 이동</translation>
    </message>
    <message>
        <source>No examples: there is nothing to average, so BCE has no value and no minimum.</source>
        <translation>예제가 없어 평균을 낼 수 없으므로 BCE에는 값도 최솟값도 없습니다.</translation>
    </message>
    <message>
        <source>The fit is being worked out…</source>
        <translation>최적점을 계산하는 중…</translation>
    </message>
    <message>
        <source>All zeros lie up to x = {low}, all ones from x = {high} on: any border between parts them. The steeper the curve there, the smaller the loss: w → +∞, and BCE falls towards 0, which is never reached.</source>
        <translation>0은 모두 x ≤ {low}, 1은 모두 x ≥ {high}에 있어 그 사이의 어떤 경계로도 나뉩니다. 곡선이 가파를수록 손실이 줄어 w는 +∞로 발산하고, BCE는 0에 다가가지만 결코 닿지 않습니다.</translation>
    </message>
    <message>
        <source>All ones lie up to x = {low}, all zeros from x = {high} on: any border between parts them. The steeper the curve there, the smaller the loss: w → −∞, and BCE falls towards 0, which is never reached.</source>
        <translation>1은 모두 x ≤ {low}, 0은 모두 x ≥ {high}에 있어 그 사이의 어떤 경계로도 나뉩니다. 곡선이 가파를수록 손실이 줄어 w는 −∞로 발산하고, BCE는 0에 다가가지만 결코 닿지 않습니다.</translation>
    </message>
    <message>
        <source>Without examples there is no minimum to jump to.</source>
        <translation>예제가 없어 이동할 최적점이 없습니다.</translation>
    </message>
    <message>
        <source>A single example, y = {y}: each curve that comes near {y} at its x will do, so it says nothing about w. b → {b} alone brings BCE towards 0, which is never reached.</source>
        <translation>예제가 하나뿐이고 y = {y}입니다. 그 x에서 {y}에 다가가는 곡선이면 무엇이든 되므로 w에 대해 아무것도 알 수 없습니다. b만 {b}로 보내도 BCE는 0에 다가가지만 결코 닿지 않습니다.</translation>
    </message>
    <message>
        <source>All {n} examples are zeros: the smaller b, the nearer every prediction comes to 0, whatever its x. b → −∞ alone brings BCE towards 0, which is never reached.</source>
        <translation>예제 {n}개가 모두 y = 0입니다. b가 작을수록 x와 상관없이 모든 예측이 0에 다가갑니다. b만 −∞로 보내도 BCE는 0에 다가가지만 결코 닿지 않습니다.</translation>
    </message>
    <message>
        <source>All examples have x = {x}, so x cannot tell them apart. Each w with the b that gives f({x}) = k/n is a minimum: a whole line of them, none below H(k/n).</source>
        <translation>모든 예제가 x = {x}이므로 x로는 구별할 수 없습니다. 어떤 w든 f({x}) = k/n이 되는 b를 고르면 BCE가 최소입니다. 그런 점은 직선을 이루고, 최솟값은 H(k/n)입니다.</translation>
    </message>
    <message>
        <source>Ones and zeros meet at x = {x} alone; elsewhere this border parts them. The steeper the curve there, the smaller the loss: w → {w}, and BCE falls towards {loss}, which is never reached.</source>
        <translation>1과 0은 x = {x}에서만 겹치고, 나머지는 이 경계로 나뉩니다. 곡선이 가파를수록 손실이 줄어 w는 {w}로 발산하고, BCE는 {loss}에 다가가지만 결코 닿지 않습니다.</translation>
    </message>
    <message>
        <source>There is no minimum to jump to: {why}</source>
        <translation>이동할 최적점이 없습니다. {why}</translation>
    </message>
    <message>
        <source>A number such as −0.25, 1e−3 or 1/3, not “{text}”.</source>
        <translation>−0.25, 1e−3, 1/3과 같은 수를 입력하세요. 입력한 값: “{text}”</translation>
    </message>
    <message>
        <source>All {n} examples are ones: the larger b, the nearer every prediction comes to 1, whatever its x. b → +∞ alone brings BCE towards 0, which is never reached.</source>
        <translation>예제 {n}개가 모두 y = 1입니다. b가 클수록 x와 상관없이 모든 예측이 1에 다가갑니다. b만 +∞로 보내도 BCE는 0에 다가가지만 결코 닿지 않습니다.</translation>
    </message>
    <message>
        <source>separable: not reached</source>
        <translation>완전 분리: 닿지 않음</translation>
    </message>
    <message>
        <source>nearly separable: not reached</source>
        <translation>준완전 분리: 닿지 않음</translation>
    </message>
    <message>
        <source>one class: not reached</source>
        <translation>y가 한 가지: 닿지 않음</translation>
    </message>
    <message>
        <source>one point: not reached</source>
        <translation>예제 하나: 닿지 않음</translation>
    </message>
    <message>
        <source>A seed is a whole number from 0 to {most}, not “{text}”.</source>
        <translation>시드는 0 이상 {most} 이하의 정수입니다. 입력한 값: “{text}”</translation>
    </message>
    <message>
        <source>A number from {least} to {most}, not “{text}”.</source>
        <translation>{least} 이상 {most} 이하의 수를 입력하세요. 입력한 값: “{text}”</translation>
    </message>
    <message>
        <source>There are as many examples as can be kept.</source>
        <translation>예제를 더 담을 수 없습니다.</translation>
    </message>
    <message>
        <source>Flip y</source>
        <translation>y 바꾸기</translation>
    </message>
    <message>
        <source>Add an example here</source>
        <translation>여기에 예제 추가</translation>
    </message>
    <message>
        <source>current curve</source>
        <translation>현재의 곡선</translation>
    </message>
    <message>
        <source>fitted curve</source>
        <translation>최적의 곡선</translation>
    </message>
    <message>
        <source>best shared π</source>
        <translation>최적의 공유 π</translation>
    </message>
    <message>
        <source>true curve</source>
        <translation>참값의 곡선</translation>
    </message>
    <message>
        <source>Prediction f(x) and loss</source>
        <translation>예측 f(x)와 손실</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>loss in {unit}</source>
        <translation>손실({unit})</translation>
    </message>
    <message>
        <source>the steeper the curve, the smaller the loss</source>
        <translation>곡선이 가파를수록 손실이 작음</translation>
    </message>
    <message>
        <source>Drag a point along x; click it to flip y; double-click an empty place to add one. ← → choose, with Shift they move the point (with Ctrl ten steps), Space flips, Insert adds, Delete removes.</source>
        <translation>점을 끌면 x가 바뀌고, 클릭하면 y가 바뀝니다. 빈 곳을 두 번 클릭하면 점이 추가됩니다. ← →: 점 선택, Shift를 누르면 점 이동(Ctrl도 누르면 10배씩). Space: y 바꾸기, Insert: 추가, Delete: 삭제.</translation>
    </message>
    <message>
        <source>x {x}, y = {y}: ŷ {prediction}, loss {loss} {unit}</source>
        <translation>x {x}, y = {y}: ŷ {prediction}, 손실 {loss} {unit}</translation>
    </message>
    <message>
        <source>{n} × (x {x}, y = {y}): ŷ {prediction}, loss {loss} {unit}</source>
        <translation>{n} × (x {x}, y = {y}): ŷ {prediction}, 손실 {loss} {unit}</translation>
    </message>
    <message>
        <source>the classes part between x = {low} and x = {high}</source>
        <translation>두 부류가 {low} &lt; x &lt; {high}에서 나뉨</translation>
    </message>
    <message>
        <source>the classes only touch, at x = {low}</source>
        <translation>두 부류가 x = {low}에서 맞닿기만 함</translation>
    </message>
    <message>
        <source>No examples. Double-click near y = 0 or y = 1 to add one.</source>
        <translation>예제가 없습니다. y = 0이나 y = 1 근처를 두 번 클릭하면 추가됩니다.</translation>
    </message>
    <message>
        <source>No examples</source>
        <translation>예제 없음</translation>
    </message>
    <message>
        <source>x ≈ {low} to {high}: {ones} ones among {n}; ŷ {prediction} in the middle</source>
        <translation>x ≈ {low}~{high}: {n}개 중 1이 {ones}개, 가운데에서 ŷ {prediction}</translation>
    </message>
    <message>
        <source>all x are equal: only how high the curve is there matters</source>
        <translation>모든 x가 같음: 그 x에서 곡선의 높이만 중요함</translation>
    </message>
    <message>
        <source>all x are equal</source>
        <translation>모든 x가 같음</translation>
    </message>
    <message>
        <source>There are no examples.</source>
        <translation>예제가 없습니다.</translation>
    </message>
    <message>
        <source>every y is 1: the higher the curve, the smaller the loss</source>
        <translation>모든 y가 1: 곡선이 높을수록 손실이 작음</translation>
    </message>
    <message>
        <source>every y is 0: the lower the curve, the smaller the loss</source>
        <translation>모든 y가 0: 곡선이 낮을수록 손실이 작음</translation>
    </message>
    <message>
        <source>every y is 1</source>
        <translation>모든 y가 1</translation>
    </message>
    <message>
        <source>every y is 0</source>
        <translation>모든 y가 0</translation>
    </message>
    <message>
        <source>The curve f(x) = σ(w·x + b) at w {w}, b {b}.</source>
        <translation>곡선 f(x) = σ(w·x + b): w {w}, b {b}.</translation>
    </message>
    <message>
        <source>{n} examples from x = {low} to {high}, {k} of them ones.</source>
        <translation>x = {low}부터 {high}까지 예제 {n}개, 그중 1이 {k}개.</translation>
    </message>
    <message>
        <source>{n} examples, drawn in {bins} bins, at most {most} in one; dots: share of ones in a bin</source>
        <translation>예제 {n}개를 구간 {bins}개로 나누어 그림, 한 구간에 최대 {most}개. 점: 구간별 1의 비율</translation>
    </message>
    <message>
        <source>{n} examples in {bins} bins, at most {most} in one</source>
        <translation>예제 {n}개, 구간 {bins}개, 한 구간에 최대 {most}개</translation>
    </message>
    <message>
        <source>{n} examples, in bins</source>
        <translation>예제 {n}개, 구간별</translation>
    </message>
    <message>
        <source>Their mean loss, BCE, is {loss} {unit}.</source>
        <translation>평균 손실 BCE: {loss} {unit}.</translation>
    </message>
    <message>
        <source>The fitted curve has w ≈ {w}, b ≈ {b}.</source>
        <translation>최적의 곡선: w ≈ {w}, b ≈ {b}.</translation>
    </message>
    <message>
        <source>Random examples</source>
        <translation>무작위 예제</translation>
    </message>
    <message>
        <source>number of examples n</source>
        <translation>예제 수 n</translation>
    </message>
    <message>
        <source>true weight w</source>
        <translation>가중치 w의 참값</translation>
    </message>
    <message>
        <source>true bias b</source>
        <translation>편향 b의 참값</translation>
    </message>
    <message>
        <source>Any x from −4 to 4 is as likely as another; y is 1 with probability σ(wx + b). The same seed draws the same examples on every machine.</source>
        <translation>x는 −4 이상 4 이하에서 고르게 뽑고, y는 확률 σ(wx + b)로 1이 됩니다. 시드가 같으면 어느 컴퓨터에서나 같은 예제가 나옵니다.</translation>
    </message>
    <message>
        <source>random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>random: true w = {w}, b = {b}, seed {seed}</source>
        <translation>무작위: 참값 w = {w}, b = {b}, 시드 {seed}</translation>
    </message>
    <message>
        <source>random: w = {w}, b = {b}</source>
        <translation>무작위: w = {w}, b = {b}</translation>
    </message>
    <message>
        <source>loss, step by step</source>
        <translation>걸음별 손실</translation>
    </message>
    <message>
        <source>▶ goes down step by step</source>
        <translation>▶: 한 걸음씩 내려가기</translation>
    </message>
    <message>
        <source>infimum</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>The rate is too large: the loss bounces. Near the minimum it settles up to η = {rate}; on steeper ground it needs less.</source>
        <translation>학습률이 너무 커서 손실이 오르내립니다. 최적점 근처에서는 η = {rate} 이하이면 수렴하고, 더 가파른 곳에서는 더 작아야 합니다.</translation>
    </message>
    <message>
        <source>Too large: the loss bounces. Near the minimum η = {rate} settles.</source>
        <translation>너무 커서 손실이 오르내립니다. 최적점 근처에서는 η = {rate}이면 수렴합니다.</translation>
    </message>
    <message>
        <source>The loss rose. Near the minimum it settles up to η = {rate}; on steeper ground it needs less.</source>
        <translation>손실이 커졌습니다. 최적점 근처에서는 η = {rate} 이하이면 수렴하고, 더 가파른 곳에서는 더 작아야 합니다.</translation>
    </message>
    <message>
        <source>The loss rose. Near the minimum η = {rate} settles.</source>
        <translation>손실이 커졌습니다. 최적점 근처에서는 η = {rate}이면 수렴합니다.</translation>
    </message>
    <message>
        <source>x as given: a valley some {times} times as long as wide. Near the minimum it settles up to η = {rate} only.</source>
        <translation>원래 x: 골짜기의 길이가 너비의 약 {times}배입니다. 최적점 근처에서도 η = {rate} 이하여야 수렴합니다.</translation>
    </message>
    <message>
        <source>x as given: a valley some {times} times as long as wide. Near the minimum it settles up to η = {rate} only, and crawls: half of the way along takes {steps} steps.</source>
        <translation>원래 x: 골짜기의 길이가 너비의 약 {times}배입니다. 최적점 근처에서도 η = {rate} 이하여야 수렴하고, 골짜기를 따라 남은 길의 절반을 가는 데 {steps}걸음이 걸립니다.</translation>
    </message>
    <message>
        <source>From here there is no way down.</source>
        <translation>여기서는 더 내려갈 곳이 없습니다.</translation>
    </message>
    <message>
        <source>({count} cells are wrong in all.)</source>
        <translation>(잘못된 칸은 모두 {count}개입니다.)</translation>
    </message>
    <message>
        <source>A whole number from {least} to {most}, not “{text}”.</source>
        <translation>{least} 이상 {most} 이하의 정수를 입력하세요. 입력한 값: “{text}”</translation>
    </message>
    <message>
        <source>w and b are at the minimum: no step leads lower.</source>
        <translation>w와 b가 이미 최소점에 있어 더 내려갈 곳이 없습니다.</translation>
    </message>
    <message>
        <source>b is where one π does best: no step leads lower.</source>
        <translation>b가 이미 π 하나로 얻는 최솟값에 있어 더 내려갈 곳이 없습니다.</translation>
    </message>
    <message>
        <source>Newton&apos;s method</source>
        <translation>뉴턴법</translation>
    </message>
    <message>
        <source>x as given</source>
        <translation>원래 x</translation>
    </message>
    <message>
        <source>Page Down: one step down.</source>
        <translation>Page Down: 한 걸음 내려갑니다.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Observations</name>
    <message>
        <source>random: n = {n}, true π = {pi}, seed {seed}</source>
        <translation>무작위: n = {n}, π의 참값 {pi}, 시드 {seed}</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>{count} one</source>
        <translation>1이 {count}개</translation>
    </message>
    <message>
        <source>{count} ones</source>
        <translation>1이 {count}개</translation>
    </message>
    <message>
        <source>{count} zero</source>
        <translation>0이 {count}개</translation>
    </message>
    <message>
        <source>{count} zeros</source>
        <translation>0이 {count}개</translation>
    </message>
    <message>
        <source>counts only, the order is not known</source>
        <translation>개수만 주어짐 (순서는 알 수 없음)</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>관측값</translation>
    </message>
    <message>
        <source>MLE</source>
        <translation>최대 가능도 추정값</translation>
    </message>
    <message>
        <source>maximum likelihood estimate</source>
        <translation>최대 가능도 추정값</translation>
    </message>
    <message>
        <source>observations as text</source>
        <translation>관측값 텍스트</translation>
    </message>
    <message>
        <source>0 and 1, with or without spaces and commas between</source>
        <translation>0과 1을 입력하세요. 사이에 공백이나 쉼표를 넣어도 됩니다.</translation>
    </message>
    <message>
        <source>counts only: type a sequence to replace them</source>
        <translation>개수만 주어짐: 관측값을 입력하면 개수를 대신합니다</translation>
    </message>
    <message>
        <source>for example 1011011101</source>
        <translation>예: 1011011101</translation>
    </message>
    <message>
        <source>an empty product is 1, an empty sum 0</source>
        <translation>빈 곱은 1, 빈 합은 0입니다</translation>
    </message>
    <message>
        <source>Random…</source>
        <translation>무작위…</translation>
    </message>
    <message>
        <source>Draw observations at random (Ctrl+R)</source>
        <translation>관측값을 무작위로 뽑기 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>맞바꾸기</translation>
    </message>
    <message>
        <source>Swap zeros and ones (Ctrl+I)</source>
        <translation>0과 1 맞바꾸기 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>섞기</translation>
    </message>
    <message>
        <source>Shuffle the order: nothing else moves (Ctrl+H)</source>
        <translation>순서 섞기: 다른 것은 변하지 않습니다 (Ctrl+H)</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>Real data (Alt+X)</source>
        <translation>실제 자료 (Alt+X)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>go to π̂</source>
        <translation>π̂으로 이동</translation>
    </message>
    <message>
        <source>Move π to the optimum (M)</source>
        <translation>π를 최적점으로 이동 (M)</translation>
    </message>
    <message>
        <source>bar = the loss of one observation, −log f(y; π)</source>
        <translation>막대 = 관측값 하나의 손실 −log f(y; π)</translation>
    </message>
    <message>
        <source>one tile for each observation</source>
        <translation>타일 하나 = 관측값 하나</translation>
    </message>
    <message>
        <source>observations as tiles</source>
        <translation>관측값 타일</translation>
    </message>
    <message>
        <source>No observations yet. Type 0 or 1.</source>
        <translation>아직 관측값이 없습니다. 0이나 1을 입력하세요.</translation>
    </message>
    <message>
        <source>observation {number}: y = {value}, loss {loss}</source>
        <translation>{number}번째 관측값: y = {value}, 손실 {loss}</translation>
    </message>
    <message>
        <source>{count} between</source>
        <translation>중간 {count}개 생략</translation>
    </message>
    <message>
        <source>random: n = {n}, true π hidden, seed {seed}</source>
        <translation>무작위: n = {n}, π의 참값 숨김, 시드 {seed}</translation>
    </message>
    <message>
        <source>Go to observation</source>
        <translation>관측값 번호로 이동</translation>
    </message>
    <message>
        <source>The π that the data were drawn with (T)</source>
        <translation>자료를 뽑을 때 쓴 π (T)</translation>
    </message>
    <message>
        <source>more</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Counts, order, copies …</source>
        <translation>개수 입력, 순서, 복사 등</translation>
    </message>
    <message>
        <source>hide the true π</source>
        <translation>π의 참값 숨기기</translation>
    </message>
    <message>
        <source>show the true π</source>
        <translation>π의 참값 보이기</translation>
    </message>
    <message>
        <source>Open a text, a table, a NumPy file, a session (Ctrl+O)</source>
        <translation>텍스트, 표, NumPy 파일, 세션 열기 (Ctrl+O)</translation>
    </message>
    <message>
        <source>draw again</source>
        <translation>다시 뽑기</translation>
    </message>
    <message>
        <source>As many again, with a new seed (Ctrl+Shift+R)</source>
        <translation>새 시드로 같은 수만큼 다시 뽑기 (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>go to…</source>
        <translation>이동…</translation>
    </message>
    <message>
        <source>Go to an observation by its number (Ctrl+G)</source>
        <translation>관측값 번호로 이동 (Ctrl+G)</translation>
    </message>
    <message>
        <source>number, from 1 to {n}:</source>
        <translation>번호 (1부터 {n}까지):</translation>
    </message>
    <message>
        <source>observations {first} to {last} of {n}</source>
        <translation>관측값 {n}개 중 {first}번째부터 {last}번째까지</translation>
    </message>
    <message>
        <source>Arrows move, with Shift they select; Space toggles, 0 and 1 insert, Backspace and Delete remove.</source>
        <translation>방향키로 이동, Shift와 함께 선택, Space로 바꾸기, 0과 1로 입력, Backspace와 Delete로 지우기.</translation>
    </message>
    <message>
        <source>{first} to {last}: {count} selected, {ones} of them 1</source>
        <translation>{first}번째부터 {last}번째까지 {count}개 선택, 그중 1이 {ones}개</translation>
    </message>
    <message>
        <source>not shown yet</source>
        <translation>아직 보이지 않음</translation>
    </message>
</context>
<context>
    <name>Pi</name>
    <message>
        <source>probability of a one, π =</source>
        <translation>1이 나올 확률 π =</translation>
    </message>
    <message>
        <source>π, the probability of a one</source>
        <translation>1이 나올 확률 π</translation>
    </message>
    <message>
        <source>Any number from 0 to 1: 0.42, 1e−6 or 7/10; Enter takes it (P)</source>
        <translation>0 이상 1 이하의 수: 0.42, 1e−6, 7/10 등. Enter를 누르면 적용됩니다 (P)</translation>
    </message>
    <message>
        <source>← → 0.01, with Shift 0.001, with Ctrl 0.1; Space sweeps; M goes to π̂</source>
        <translation>← →: 0.01씩, Shift를 누르면 0.001씩, Ctrl을 누르면 0.1씩 이동. Space: 자동 이동, M: π̂으로 이동</translation>
    </message>
    <message>
        <source>Sweep π from 0 to 1</source>
        <translation>π 자동 이동 (0에서 1까지)</translation>
    </message>
    <message>
        <source>Sweep π from 0 to 1 (Space on the slider)</source>
        <translation>π 자동 이동, 0에서 1까지 (슬라이더에서 Space)</translation>
    </message>
    <message>
        <source>Zoom to peak</source>
        <translation>최적점 확대</translation>
    </message>
    <message>
        <source>Show the neighbourhood of π̂ (Z; or the wheel)</source>
        <translation>π̂ 근처 보기 (Z 또는 마우스 휠)</translation>
    </message>
    <message>
        <source>Whole axis</source>
        <translation>전체 축</translation>
    </message>
    <message>
        <source>Show π from 0 to 1 (Shift+Z)</source>
        <translation>π를 0에서 1까지 모두 보기 (Shift+Z)</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>ones&apos; part</source>
        <translation>1의 기여</translation>
    </message>
    <message>
        <source>zeros&apos; part</source>
        <translation>0의 기여</translation>
    </message>
    <message>
        <source>undefined: there are no observations</source>
        <translation>관측값이 없어 정의되지 않음</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>bit</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>가능도</translation>
    </message>
    <message>
        <source>Log-likelihood</source>
        <translation>로그 가능도</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>Plots of likelihood, log-likelihood and BCE</source>
        <translation>가능도, 로그 가능도, BCE 그래프</translation>
    </message>
    <message>
        <source>Drag: move π (← →). Wheel: zoom (Z). Double-click a heading: one plot alone.</source>
        <translation>끌기: π 이동 (← →). 휠: 확대 (Z). 제목을 두 번 클릭: 그래프 하나만 보기.</translation>
    </message>
    <message>
        <source>true π = {pi}</source>
        <translation>π의 참값 = {pi}</translation>
    </message>
    <message>
        <source>expected: {pi}</source>
        <translation>예측 {pi}</translation>
    </message>
    <message>
        <source>the curve comes with the answer</source>
        <translation>곡선은 답한 뒤에 나타납니다</translation>
    </message>
</context>
<context>
    <name>Prediction</name>
    <message>
        <source>now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>최적</translation>
    </message>
    <message>
        <source>one π</source>
        <translation>π 하나</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>참값</translation>
    </message>
</context>
<context>
    <name>Random</name>
    <message>
        <source>Random observations</source>
        <translation>무작위 관측값</translation>
    </message>
    <message>
        <source>number of observations n</source>
        <translation>관측 수 n</translation>
    </message>
    <message>
        <source>true π</source>
        <translation>π의 참값</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The same seed draws the same observations on every machine.</source>
        <translation>시드가 같으면 어느 컴퓨터에서나 같은 관측값이 나옵니다.</translation>
    </message>
    <message>
        <source>show the true π in the plots</source>
        <translation>그래프에 π의 참값 보이기</translation>
    </message>
    <message>
        <source>at most {n}</source>
        <translation>최대 {n}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>sweep π</source>
        <translation>π 자동 이동</translation>
    </message>
    <message>
        <source>edit observations</source>
        <translation>관측값 편집</translation>
    </message>
    <message>
        <source>move π</source>
        <translation>π 이동</translation>
    </message>
    <message>
        <source>change the unit</source>
        <translation>로그 단위 전환</translation>
    </message>
    <message>
        <source>change the experiment</source>
        <translation>실험 설정 변경</translation>
    </message>
    <message>
        <source>edit examples</source>
        <translation>예제 편집</translation>
    </message>
    <message>
        <source>move w and b</source>
        <translation>w와 b 이동</translation>
    </message>
    <message>
        <source>descend</source>
        <translation>지형 내려가기</translation>
    </message>
    <message>
        <source>change the descent</source>
        <translation>내려가는 방법 변경</translation>
    </message>
    <message>
        <source>share one π, or not</source>
        <translation>π 하나 공유 전환</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Save the session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <source>Bernoulli Lab sessions (*.bernoulli.json)</source>
        <translation>Bernoulli Lab 세션 (*.bernoulli.json)</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>What is not saved is lost: the observations, π and the history.</source>
        <translation>저장하지 않으면 관측값과 π, 작업 기록이 사라집니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>저장 안 함</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation>“{name}” 파일이 이미 있습니다. 덮어쓸까요?</translation>
    </message>
    <message>
        <source>The session was not saved.</source>
        <translation>세션을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Saving “{name}”…</source>
        <translation>“{name}” 저장 중…</translation>
    </message>
    <message>
        <source>Unsaved work is not kept for a crash: {reason}</source>
        <translation>비정상 종료에 대비한 자동 저장을 하지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>Opening “{name}”…</source>
        <translation>“{name}” 여는 중…</translation>
    </message>
    <message>
        <source>Unsaved work of {time} is still there; its window ended unexpectedly.</source>
        <translation>비정상적으로 끝난 창에서 저장하지 않은 작업({time})이 남아 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” was not opened.</source>
        <translation>“{name}” 파일을 열지 못했습니다.</translation>
    </message>
    <message>
        <source>What is not saved is lost: the observations and π, the examples, w and b, and the history.</source>
        <translation>저장하지 않으면 관측값과 π, 모형의 예제와 w, b, 작업 기록이 사라집니다.</translation>
    </message>
</context>
<context>
    <name>Sharpening lab</name>
    <message>
        <source>Double the data</source>
        <translation>자료 두 배로</translation>
    </message>
    <message>
        <source>The same observations once more: π̂ stays, ℓ and its curvature double, the width shrinks by about √2</source>
        <translation>같은 관측값을 한 번 더: π̂은 그대로, ℓ과 곡률은 두 배, 폭은 약 1/√2로 줄어듭니다</translation>
    </message>
    <message>
        <source>Observations that count</source>
        <translation>반영한 관측값</translation>
    </message>
    <message>
        <source>← → 1, Page Up and Page Down more, Home none, End all</source>
        <translation>← → 1씩, Page Up·Page Down 여러 개씩, Home 없음, End 모두</translation>
    </message>
    <message>
        <source>Chart of L(π) / L(π̂)</source>
        <translation>L(π) / L(π̂) 그래프</translation>
    </message>
    <message>
        <source>Chart of ℓ(π) − ℓ(π̂)</source>
        <translation>ℓ(π) − ℓ(π̂) 그래프</translation>
    </message>
    <message>
        <source>Estimate, height, curvature and width, and twice the data</source>
        <translation>추정값, 높이, 곡률, 폭, 그리고 자료를 두 배로 한 값</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play: the observations come one by one</source>
        <translation>재생: 관측값이 하나씩 옵니다</translation>
    </message>
    <message>
        <source>Restart: no observations</source>
        <translation>처음으로: 관측값 0개</translation>
    </message>
    <message>
        <source>One observation less</source>
        <translation>관측값 하나 덜</translation>
    </message>
    <message>
        <source>One observation more</source>
        <translation>관측값 하나 더</translation>
    </message>
    <message>
        <source>Click or drag: π</source>
        <translation>클릭하거나 끌기: π</translation>
    </message>
    <message>
        <source>Relative likelihood</source>
        <translation>상대 가능도</translation>
    </message>
    <message>
        <source>no observations yet: L = 1 for every π</source>
        <translation>아직 관측값 없음: 모든 π에서 L = 1</translation>
    </message>
    <message>
        <source>width {width}</source>
        <translation>폭 {width}</translation>
    </message>
    <message>
        <source>1/{share} of the top</source>
        <translation>최댓값의 1/{share}</translation>
    </message>
    <message>
        <source>curvature −ℓ″(π̂)</source>
        <translation>곡률 −ℓ″(π̂)</translation>
    </message>
    <message>
        <source>twice the data</source>
        <translation>자료 두 배</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>After {n} of {all} observations π̂ is {pi}, ℓ(π̂) {height} {unit}, the curvature there {curvature}; L is at least 1/{share} of its top from π = {low} to {high}.</source>
        <translation>관측값 {all}개 중 {n}개에서 π̂ = {pi}, ℓ(π̂) = {height} {unit}, 그곳의 곡률은 {curvature}입니다. L이 최댓값의 1/{share} 이상인 구간은 π = {low}에서 {high}까지입니다.</translation>
    </message>
    <message>
        <source>There are no observations: L is 1 for every π.</source>
        <translation>관측값이 없습니다. 모든 π에서 L은 1입니다.</translation>
    </message>
    <message>
        <source>Only the counts are known, not the order: there is nothing to replay.</source>
        <translation>개수만 알고 순서를 모르므로 차례로 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>The observations are protected here.</source>
        <translation>여기서는 관측값을 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no room for twice as many observations.</source>
        <translation>관측값을 두 배로 늘릴 자리가 없습니다.</translation>
    </message>
    <message>
        <source>width at 1/{share}</source>
        <translation>1/{share} 높이의 폭</translation>
    </message>
    <message>
        <source>curvature</source>
        <translation>곡률</translation>
    </message>
    <message>
        <source>width</source>
        <translation>폭</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>두 배로</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>it rises from {start} to its maximum, {best}, and falls to {end}.</source>
        <translation>{start}에서 최댓값 {best}까지 증가한 뒤 {end}까지 감소합니다.</translation>
    </message>
    <message>
        <source>it falls from {start} to its minimum, {best}, and rises to {end}.</source>
        <translation>{start}에서 최솟값 {best}까지 감소한 뒤 {end}까지 증가합니다.</translation>
    </message>
    <message>
        <source>the curve is not shown yet.</source>
        <translation>곡선은 아직 보이지 않습니다.</translation>
    </message>
    <message>
        <source>it falls from {start} to {end}; its maximum, {best}, lies to the left.</source>
        <translation>{start}에서 {end}까지 감소합니다. 최댓값은 보이는 범위의 왼쪽에 있습니다: {best}.</translation>
    </message>
    <message>
        <source>it rises from {start} to {end}; its maximum, {best}, lies to the right.</source>
        <translation>{start}에서 {end}까지 증가합니다. 최댓값은 보이는 범위의 오른쪽에 있습니다: {best}.</translation>
    </message>
    <message>
        <source>it falls from its maximum at the left end, {best}, to {end}.</source>
        <translation>왼쪽 끝의 최댓값 {best}에서 {end}까지 감소합니다.</translation>
    </message>
    <message>
        <source>it rises from {start} to its maximum at the right end, {best}.</source>
        <translation>{start}에서 오른쪽 끝의 최댓값 {best}까지 증가합니다.</translation>
    </message>
    <message>
        <source>it rises from {start} to {end}; its minimum, {best}, lies to the left.</source>
        <translation>{start}에서 {end}까지 증가합니다. 최솟값은 보이는 범위의 왼쪽에 있습니다: {best}.</translation>
    </message>
    <message>
        <source>it falls from {start} to {end}; its minimum, {best}, lies to the right.</source>
        <translation>{start}에서 {end}까지 감소합니다. 최솟값은 보이는 범위의 오른쪽에 있습니다: {best}.</translation>
    </message>
    <message>
        <source>it rises from its minimum at the left end, {best}, to {end}.</source>
        <translation>왼쪽 끝의 최솟값 {best}에서 {end}까지 증가합니다.</translation>
    </message>
    <message>
        <source>it falls from {start} to its minimum at the right end, {best}.</source>
        <translation>{start}에서 오른쪽 끝의 최솟값 {best}까지 감소합니다.</translation>
    </message>
    <message>
        <source>flat (slope = 0)</source>
        <translation>수평(기울기 = 0)</translation>
    </message>
    <message>
        <source>the optimum is not shown yet.</source>
        <translation>최적점은 아직 보이지 않습니다.</translation>
    </message>
    <message>
        <source>{plot}, π from {low} to {high}</source>
        <translation>{plot}, π {low}부터 {high}까지</translation>
    </message>
    <message>
        <source>{value} at {place}</source>
        <translation>{value} ({place})</translation>
    </message>
    <message>
        <source>{place} (out of sight)</source>
        <translation>{place} (보이는 범위 밖)</translation>
    </message>
    <message>
        <source>At {place}, {value}</source>
        <translation>{place}일 때 {value}</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>증가</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>감소</translation>
    </message>
    <message>
        <source>it is 1 for every π, the empty product.</source>
        <translation>모든 π에서 1입니다(빈 곱).</translation>
    </message>
    <message>
        <source>it is 0 for every π, the empty sum.</source>
        <translation>모든 π에서 0입니다(빈 합).</translation>
    </message>
    <message>
        <source>undefined, for there are no observations.</source>
        <translation>관측값이 없어 정의되지 않습니다.</translation>
    </message>
    <message>
        <source>{height} at {place}, where {value}</source>
        <translation>{height} ({place}, {value})</translation>
    </message>
    <message>
        <source>rising (slope {slope})</source>
        <translation>증가(기울기 {slope})</translation>
    </message>
    <message>
        <source>falling (slope {slope})</source>
        <translation>감소(기울기 {slope})</translation>
    </message>
    <message>
        <source>A line marks the true π: {value}.</source>
        <translation>세로선이 π의 참값을 나타냅니다: {value}.</translation>
    </message>
    <message>
        <source>A line marks where you expect it: {value}.</source>
        <translation>세로선이 예측한 위치를 나타냅니다: {value}.</translation>
    </message>
    <message>
        <source>The line stands at {place}.</source>
        <translation>현재 위치: {place}.</translation>
    </message>
</context>
<context>
    <name>Table lab</name>
    <message>
        <source>Distribution over the data</source>
        <translation>자료의 분포</translation>
    </message>
    <message>
        <source>Click a bar: its row</source>
        <translation>막대 클릭: 그 행 선택</translation>
    </message>
    <message>
        <source>Distribution over the data at the current π: the sum is 1</source>
        <translation>현재 π에서 자료의 분포: 합은 1</translation>
    </message>
    <message>
        <source>data</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>Table of f(y; π)</source>
        <translation>f(y; π)의 표</translation>
    </message>
    <message>
        <source>Click a cell: its row and its π. ↑ ↓ rows, ← → columns.</source>
        <translation>칸 클릭: 그 행과 그 π. ↑ ↓ 행, ← → 열.</translation>
    </message>
    <message>
        <source>Your observations: their n and their row</source>
        <translation>내 관측값의 n과 행으로 이동</translation>
    </message>
    <message>
        <source>by rows: likelihood</source>
        <translation>행으로 읽기: 가능도</translation>
    </message>
    <message>
        <source>by columns: probability</source>
        <translation>열로 읽기: 확률</translation>
    </message>
    <message>
        <source>The data stand still, π differs: read along a row</source>
        <translation>자료를 고정하고 π를 바꾸며 행을 따라 읽습니다</translation>
    </message>
    <message>
        <source>π stands still, the data differ: read down a column</source>
        <translation>π를 고정하고 자료를 바꾸며 열을 따라 읽습니다</translation>
    </message>
    <message>
        <source>One observation fewer</source>
        <translation>관측값 하나 줄이기</translation>
    </message>
    <message>
        <source>One observation more</source>
        <translation>관측값 하나 늘리기</translation>
    </message>
    <message>
        <source>number of observations n</source>
        <translation>관측 수 n</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>내 자료</translation>
    </message>
    <message>
        <source>The chosen row as a likelihood</source>
        <translation>선택한 행의 가능도</translation>
    </message>
    <message>
        <source>Drag: move π</source>
        <translation>끌기: π 이동</translation>
    </message>
    <message>
        <source>by rows</source>
        <translation>행으로</translation>
    </message>
    <message>
        <source>by columns</source>
        <translation>열로</translation>
    </message>
    <message>
        <source>1 to {most} observations</source>
        <translation>관측값 1~{most}개</translation>
    </message>
    <message>
        <source>The table holds 1 to {most} observations</source>
        <translation>표에는 관측값을 1~{most}개까지 담을 수 있습니다</translation>
    </message>
    <message>
        <source>ones k</source>
        <translation>1의 개수 k</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>배열의 수</translation>
    </message>
    <message>
        <source>k = {k} of n = {n}</source>
        <translation>k = {k}, n = {n}</translation>
    </message>
    <message>
        <source>Probability distribution: sum over the data = {sum}.</source>
        <translation>확률분포: 자료에 대한 합 = {sum}.</translation>
    </message>
    <message>
        <source>Row {data}: the data stand still, π differs: a likelihood. Sum of these columns: {sum}. ∫₀¹ L dπ = {integral}, not 1.</source>
        <translation>행 {data}: 자료를 고정하고 π를 바꾸면 가능도입니다. 이 열들의 합: {sum}. ∫₀¹ L dπ = {integral}, 1이 아닙니다.</translation>
    </message>
    <message>
        <source>Row {data}: a likelihood. Sum {sum}, ∫₀¹ L dπ = {integral}, not 1.</source>
        <translation>행 {data}: 가능도. 합 {sum}, ∫₀¹ L dπ = {integral}, 1이 아닙니다.</translation>
    </message>
    <message>
        <source>Likelihood: ∫₀¹ L dπ = {integral}, not 1.</source>
        <translation>가능도: ∫₀¹ L dπ = {integral}, 1이 아닙니다.</translation>
    </message>
    <message>
        <source>Column {pi}: π stands still, the data differ: a probability distribution over the data. Sum of the entries, each times its number of sequences: {sum}.</source>
        <translation>열 {pi}: π를 고정하고 자료를 바꾸면 자료의 확률분포입니다. 각 칸의 값에 배열의 수를 곱하여 더한 합: {sum}.</translation>
    </message>
    <message>
        <source>Column {pi}: a probability distribution. Sum, times sequences: {sum}.</source>
        <translation>열 {pi}: 확률분포. 배열의 수를 곱한 합: {sum}.</translation>
    </message>
    <message>
        <source>area {integral}</source>
        <translation>넓이 {integral}</translation>
    </message>
    <message>
        <source>Column {pi}: π stands still, the data differ: a probability distribution over the data. Sum of the entries: {sum}.</source>
        <translation>열 {pi}: π를 고정하고 자료를 바꾸면 자료의 확률분포입니다. 칸의 값의 합: {sum}.</translation>
    </message>
    <message>
        <source>Column {pi}: a probability distribution. Sum: {sum}.</source>
        <translation>열 {pi}: 확률분포. 합: {sum}.</translation>
    </message>
    <message>
        <source>Likelihood L(π) of {data}</source>
        <translation>{data}의 가능도 L(π)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Undo: {what} (Ctrl+Z)</source>
        <translation>실행 취소: {what} (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>실행 취소 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo: {what} (Ctrl+Shift+Z)</source>
        <translation>다시 실행: {what} (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>다시 실행 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>views</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>발표</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>탐색</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모형</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Switch to Korean (Ctrl+L)</source>
        <translation>영어로 바꾸기 (Ctrl+L)</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>밝은 테마·어두운 테마 전환</translation>
    </message>
    <message>
        <source>Light or dark (Ctrl+D)</source>
        <translation>밝은 테마·어두운 테마 전환 (Ctrl+D)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Open and save a session (Ctrl+O, Ctrl+S)</source>
        <translation>세션 열기와 저장 (Ctrl+O, Ctrl+S)</translation>
    </message>
    <message>
        <source>A figure for a slide, for print, for the web (Ctrl+E)</source>
        <translation>슬라이드, 인쇄, 웹에 쓸 그림 내보내기 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Labs</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Keys, about the program (F1)</source>
        <translation>단축키와 프로그램 정보 (F1)</translation>
    </message>
    <message>
        <source>Seven experiments in place of the plots</source>
        <translation>그래프 자리에서 하는 일곱 가지 실험</translation>
    </message>
    <message>
        <source>For a class: full screen, large type (F5; Esc to leave)</source>
        <translation>발표용: 전체 화면, 큰 글씨 (F5, 종료는 Esc)</translation>
    </message>
</context>
<context>
    <name>Underflow lab</name>
    <message>
        <source>Number of factors n</source>
        <translation>인수의 개수 n</translation>
    </message>
    <message>
        <source>← → 1, Page Up and Page Down 100, Home 0, End 3,000</source>
        <translation>← → 1씩, Page Up·Page Down 100씩, Home 0, End 3,000</translation>
    </message>
    <message>
        <source>0 to 3,000; Enter takes it</source>
        <translation>0에서 3,000까지; Enter로 적용</translation>
    </message>
    <message>
        <source>Chart of the product against the number of factors</source>
        <translation>인수의 개수에 따른 곱의 그래프</translation>
    </message>
    <message>
        <source>Click or drag: number of factors</source>
        <translation>클릭하거나 끌기: 인수의 개수</translation>
    </message>
    <message>
        <source>The product in float32, in float64, and the sum of logs</source>
        <translation>float32의 곱, float64의 곱, 로그의 합</translation>
    </message>
    <message>
        <source>Product of n factors</source>
        <translation>인수 n개의 곱</translation>
    </message>
    <message>
        <source>smallest {format}: {value}</source>
        <translation>가장 작은 {format}: {value}</translation>
    </message>
    <message>
        <source>the true product is {when}: {reason}</source>
        <translation>참값은 {when}: {reason}</translation>
    </message>
    <message>
        <source>the true product goes on: {value} at n = {n}</source>
        <translation>참값은 계속 작아짐: n = {n}에서 {value}</translation>
    </message>
    <message>
        <source>true product</source>
        <translation>참값</translation>
    </message>
    <message>
        <source>number of factors n</source>
        <translation>인수의 개수 n</translation>
    </message>
    <message>
        <source>{format}: stuck at {value}</source>
        <translation>{format}: {value}에서 멈춤</translation>
    </message>
    <message>
        <source>sum of logs</source>
        <translation>로그의 합</translation>
    </message>
    <message>
        <source>right: the true product is 0</source>
        <translation>맞음: 참값도 0</translation>
    </message>
    <message>
        <source>underflow</source>
        <translation>언더플로</translation>
    </message>
    <message>
        <source>underflow: {when}, though the true product is not 0</source>
        <translation>언더플로: {when}, 참값은 0이 아님</translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation>비정규 수</translation>
    </message>
    <message>
        <source>subnormal, digits are being lost: {when}</source>
        <translation>비정규 수, 자릿수를 잃는 중: {when}</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>stuck at a subnormal number; the true product is smaller</source>
        <translation>비정규 수에서 멈춤; 참값은 더 작음</translation>
    </message>
    <message>
        <source>stuck; the true product is smaller</source>
        <translation>멈춤; 참값은 더 작음</translation>
    </message>
    <message>
        <source>no observations: the empty product is 1</source>
        <translation>관측값 없음: 빈 곱은 1</translation>
    </message>
    <message>
        <source>the {n} observations, again and again</source>
        <translation>관측값 {n}개를 되풀이</translation>
    </message>
    <message>
        <source>the first n of {n} observations</source>
        <translation>관측값 {n}개 중 처음 n개</translation>
    </message>
    <message>
        <source>a one was observed, yet π = 0</source>
        <translation>π = 0인데 1이 관측됨</translation>
    </message>
    <message>
        <source>a zero was observed, yet π = 1</source>
        <translation>π = 1인데 0이 관측됨</translation>
    </message>
    <message>
        <source>The true product is 0, for {reason}.</source>
        <translation>참값이 0입니다. 까닭: {reason}.</translation>
    </message>
    <message>
        <source>0 from n = {n} on</source>
        <translation>n = {n}부터 0</translation>
    </message>
    <message>
        <source>L = {value}: no digit is lost</source>
        <translation>L = {value}: 잃은 자릿수 없음</translation>
    </message>
    <message>
        <source>After {n} factors ℓ = {value}.</source>
        <translation>인수 {n}개를 곱하면 ℓ = {value}입니다.</translation>
    </message>
    <message>
        <source>The {format} product is not 0 within {n} factors.</source>
        <translation>{format} 곱은 인수 {n}개까지 0이 되지 않습니다.</translation>
    </message>
    <message>
        <source>The {format} product is 0 from n = {n} on.</source>
        <translation>{format} 곱은 n = {n}부터 0입니다.</translation>
    </message>
    <message>
        <source>not 0 within {n} factors</source>
        <translation>인수 {n}개까지 0이 되지 않음</translation>
    </message>
    <message>
        <source>the order is unknown: the {k} ones first, then the zeros, and again</source>
        <translation>순서를 모름: 먼저 1이 {k}개, 다음에 0, 되풀이</translation>
    </message>
    <message>
        <source>just above it: subnormal, fewer and fewer digits</source>
        <translation>바로 위: 비정규 수, 자릿수가 점점 줄어듦</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Open observations</source>
        <translation>관측값 열기</translation>
    </message>
    <message>
        <source>Keep the first</source>
        <translation>앞부분만 남기기</translation>
    </message>
    <message>
        <source>Shuffling…</source>
        <translation>섞는 중…</translation>
    </message>
    <message>
        <source>how many of {n}:</source>
        <translation>{n}개 중 남길 개수:</translation>
    </message>
    <message>
        <source>Drawing {n} observations…</source>
        <translation>관측값 {n}개를 뽑는 중…</translation>
    </message>
    <message>
        <source>Observations (*.txt *.dat *.csv *.tsv *.npy *.bernoulli.json)</source>
        <translation>관측값 (*.txt *.dat *.csv *.tsv *.npy *.bernoulli.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Reading “{name}”…</source>
        <translation>“{name}” 읽는 중…</translation>
    </message>
    <message>
        <source>The observations are locked.</source>
        <translation>관측값이 잠겨 있습니다.</translation>
    </message>
    <message>
        <source>Page Down: on. Page Up: back. B: dark. Esc: end of the presentation.</source>
        <translation>Page Down: 다음, Page Up: 이전, B: 화면 끄기, Esc: 발표 끝내기</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>“{one}” → 1, “{zero}” → 0</source>
        <translation>“{one}” → 1, “{zero}” → 0</translation>
    </message>
    <message>
        <source>What is a one?</source>
        <translation>무엇을 1로 할까요?</translation>
    </message>
    <message>
        <source>What is to become 1?</source>
        <translation>어느 쪽을 1로 할까요?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The text has “{one}” {k} times and “{zero}” {zeros} times.</source>
        <translation>텍스트에 “{one}” {k}개와 “{zero}” {zeros}개가 있습니다.</translation>
    </message>
</context>
</TS>
