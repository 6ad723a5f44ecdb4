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
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Leave the full screen</source>
        <translation>전체 화면 종료</translation>
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
</context>
<context>
    <name>Figure</name>
    <message>
        <source>no observations</source>
        <translation>관측값 없음</translation>
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
        <source>Full screen (F5; Esc to leave)</source>
        <translation>전체 화면 (F5, 종료는 Esc)</translation>
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
