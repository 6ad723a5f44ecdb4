<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
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
        <translation>π를 0에서 1까지 자동으로 움직이기</translation>
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
        <source>Open a file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>그림 저장</translation>
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
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Leave the full screen</source>
        <translation>전체 화면 끝내기</translation>
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
        <translation>BCE의 최솟값은 엔트로피 H(π̂)입니다. π로는 더 줄일 수 없습니다.</translation>
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
        <source>“{path}” is not a text file in UTF-8.</source>
        <translation>“{path}”: UTF-8 텍스트 파일이 아닙니다.</translation>
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
        <source>“{path}” is larger than 256 MiB, the most that is read.</source>
        <translation>“{path}” 파일이 너무 큽니다. 256 MiB까지만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” could not be read.</source>
        <translation>“{path}” 파일을 읽지 못했습니다.</translation>
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
        <translation>순서 없이 개수만 주어졌습니다</translation>
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
        <translation>0과 1을 입력하세요. 사이에 공백이나 쉼표를 넣어도 됩니다</translation>
    </message>
    <message>
        <source>counts only: type a sequence to replace them</source>
        <translation>관측값을 입력하면 개수 대신 사용합니다</translation>
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
        <source>Open a text file of zeros and ones (Ctrl+O)</source>
        <translation>0과 1로 된 텍스트 파일 열기 (Ctrl+O)</translation>
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
        <translation>관측값마다 타일 하나</translation>
    </message>
    <message>
        <source>observations as tiles</source>
        <translation>관측값 타일</translation>
    </message>
    <message>
        <source>Arrows move, Space toggles, 0 and 1 insert, Backspace and Delete remove.</source>
        <translation>방향키로 이동, Space로 바꾸기, 0과 1로 입력, Backspace와 Delete로 지우기.</translation>
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
        <translation>사이에 {count}개</translation>
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
        <translation>π를 0에서 1까지 자동으로 움직이기</translation>
    </message>
    <message>
        <source>Sweep π from 0 to 1 (Space on the slider)</source>
        <translation>π를 0에서 1까지 자동으로 움직이기 (슬라이더에서 Space)</translation>
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
        <translation>단위 바꾸기</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>This view is not part of this version yet.</source>
        <translation>이 버전에는 아직 없는 화면입니다.</translation>
    </message>
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
        <translation>모델</translation>
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
        <source>Full screen (F5; Esc to leave)</source>
        <translation>전체 화면 (F5, 끝내려면 Esc)</translation>
    </message>
    <message>
        <source>Save a picture of the window (Ctrl+E)</source>
        <translation>창을 그림으로 저장 (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Open observations</source>
        <translation>관측값 열기</translation>
    </message>
    <message>
        <source>Text files (*.txt *.csv *.dat);;All files (*)</source>
        <translation>텍스트 파일 (*.txt *.csv *.dat);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save a picture of the window</source>
        <translation>창을 그림으로 저장</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 그림 (*.png)</translation>
    </message>
    <message>
        <source>This version writes .png pictures only.</source>
        <translation>이 버전에서는 .png 그림만 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>The picture was not saved.</source>
        <translation>그림을 저장하지 못했습니다.</translation>
    </message>
</context>
</TS>
